"""The influence network: who acts on whom, how much of it flows back, and what comes by way of others.

After Verweij and Spierts (2020): a decision comes about in mutual influence between the professional and a layered
context; *actorschap* (agency) is what acts back. The layers and strengths are `interpretatie`: the published figure
could not be found. Total influence and its map are after Godet's MICMAC; the halving of each further step is ours.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from math import fsum
from types import MappingProxyType
from typing import TYPE_CHECKING

from kit.case import MIN_STRENGTH, Influence

if TYPE_CHECKING:
    import pandas

__all__ = ["Influence", "InfluenceNetwork", "MapPoint", "TotalInfluence"]

_ROUNDING = 1e-12


@dataclass(frozen=True)
class MapPoint:
    """A node on the influence–dependence map: what it exerts and undergoes in total, and whether that is high here.

    High is the mean of all nodes or more.
    """

    influence: float
    dependence: float
    influential: bool
    dependent: bool


@dataclass(frozen=True)
class TotalInfluence:
    """All paths between nodes, each further step halved. rows[i][j] is from nodes[i] to nodes[j], 0 or more."""

    nodes: tuple[str, ...]
    rows: tuple[tuple[float, ...], ...]

    @property
    def influence(self) -> Mapping[str, float]:
        """What each node exerts in total: the row sums."""
        return MappingProxyType(dict(zip(self.nodes, map(fsum, self.rows), strict=True)))

    @property
    def dependence(self) -> Mapping[str, float]:
        """What each node undergoes in total: the column sums."""
        return MappingProxyType({node: fsum(row[j] for row in self.rows) for j, node in enumerate(self.nodes)})

    def to_frame(self) -> "pandas.DataFrame":
        """Nodes by nodes, rows = from. Needs pandas, imported only here."""
        import pandas

        return pandas.DataFrame(self.rows, index=list(self.nodes), columns=list(self.nodes))


@dataclass(frozen=True, init=False)
class InfluenceNetwork:
    """Nodes and the influences between them, at most one each way between two nodes.

    nodes: those given, in that order, then those that the edges bring in. A node may be without edges.
    Raises ValueError where two edges run from the same origin to the same target. All that takes a node raises
    KeyError where it is not there.
    """

    edges: tuple[Influence, ...]
    nodes: tuple[str, ...]

    def __init__(self, edges: Iterable[Influence], nodes: Iterable[str] = ()) -> None:
        edges = tuple(edges)
        seen: set[tuple[str, str]] = set()
        for edge in edges:
            if (edge.origin, edge.target) in seen:
                raise ValueError(
                    f"there must be one influence each way; got two from {edge.origin!r} on {edge.target!r}"
                )
            seen.add((edge.origin, edge.target))
        ends = [end for edge in edges for end in (edge.origin, edge.target)]
        object.__setattr__(self, "edges", edges)
        object.__setattr__(self, "nodes", tuple(dict.fromkeys([*nodes, *ends])))

    @property
    def normaliser(self) -> float:
        """What strengths are divided by for total influence: the largest sum into or out of a node."""
        return max((*self._sums("origin").values(), *self._sums("target").values()), default=0.0)

    def inward(self, node: str, others: Collection[str] | None = None) -> float:
        """What acts on `node`: the sum of strengths into it, 0 or more; from `others` only, where they are given."""
        self._know(node, *(others or ()))
        return fsum(e.strength for e in self.edges if e.target == node and (others is None or e.origin in others))

    def outward(self, node: str, others: Collection[str] | None = None) -> float:
        """What `node` acts back: the sum of strengths out of it, 0 or more; on `others` only, where they are given."""
        self._know(node, *(others or ()))
        return fsum(e.strength for e in self.edges if e.origin == node and (others is None or e.target in others))

    def agency(self, node: str, others: Collection[str] | None = None) -> float | None:
        """*Actorschap*: the share of outward in all that runs between `node` and the rest, or `others`.

        0 is only undergoing, ½ balance, 1 only acting; None where nothing runs either way.
        """
        outward = self.outward(node, others)
        both = outward + self.inward(node, others)
        return outward / both if both > 0 else None

    def changed(self, origin: str, target: str, strength: float) -> "InfluenceNetwork":
        """A copy in which this one influence is as strong as said; beyond the bounds it is set to the bound.

        Raises KeyError where there is no such influence.
        """
        weight = min(1.0, max(0.0, strength))
        weight = weight if weight >= MIN_STRENGTH else 0.0
        for edge in self.edges:
            if (edge.origin, edge.target) == (origin, target):
                new = replace(edge, strength=weight)
                return InfluenceNetwork((new if e is edge else e for e in self.edges), self.nodes)
        there = "; ".join(f"{e.origin} on {e.target}" for e in self.edges) or "none"
        raise KeyError(f"no influence of {origin!r} on {target!r}; there are: {there}")

    def total(self, normaliser: float | None = None) -> TotalInfluence:
        """T = Ŵ(I − ½Ŵ)⁻¹ with Ŵ = W / normaliser: all paths, each further step halved. W = 0 gives T = 0.

        To compare networks, give all of them the `normaliser` of one: at a fixed normaliser T grows with each
        strength, at each network's own it need not. Raises ValueError for a normaliser so small that the paths may
        have no sum: it must be more than half the smaller of the largest row sum and the largest column sum.
        """
        least = min(max(self._sums(end).values(), default=0.0) for end in ("origin", "target")) / 2
        by = self.normaliser if normaliser is None else normaliser
        if normaliser is not None and not least < normaliser < float("inf"):
            raise ValueError(f"normaliser must be more than {least:g} for this network, got {normaliser!r}")
        place = {node: i for i, node in enumerate(self.nodes)}
        halved: list[dict[int, float]] = [{} for _ in self.nodes]
        for edge in self.edges:
            if edge.strength > 0:
                halved[place[edge.origin]][place[edge.target]] = edge.strength / by / 2
        return TotalInfluence(self.nodes, tuple(map(tuple, _all_paths(halved))))

    def map(self, normaliser: float | None = None, than: "InfluenceNetwork | None" = None) -> Mapping[str, MapPoint]:
        """The influence–dependence map: each node's row and column sum in `total`, and which are high.

        than: the network whose means are the measure of high (this one by default), so that somebody for whom nothing
        changed does not change corners because the mean did. Give both the same `normaliser`.
        """
        total = self.total(normaliser)
        influence, dependence = total.influence, total.dependence
        measure = total if than is None else than.total(normaliser)
        # Among equals nobody is low, whatever rounding makes of their sums and of the mean.
        high = [fsum(s.values()) / max(1, len(s)) - _ROUNDING for s in (measure.influence, measure.dependence)]
        return MappingProxyType(
            {
                node: MapPoint(
                    influence[node], dependence[node], influence[node] >= high[0], dependence[node] >= high[1]
                )
                for node in self.nodes
            }
        )

    def _sums(self, end: str) -> dict[str, float]:
        by_node: dict[str, list[float]] = {}
        for edge in self.edges:
            by_node.setdefault(getattr(edge, end), []).append(edge.strength)
        return {node: fsum(strengths) for node, strengths in by_node.items()}

    def _know(self, *nodes: str) -> None:
        for node in nodes:
            if node not in self.nodes:
                raise KeyError(f"no node {node!r}; there are {', '.join(self.nodes) or 'none'}")


def _all_paths(halved: list[dict[int, float]]) -> list[list[float]]:
    """2A(I − A)⁻¹ for A = `halved`, rows as {column: value}: Gauss elimination of X = 2A + AX.

    Nodes with few links go first: a causal map is sparse, and this keeps it so. I − A is an M-matrix, so no pivoting
    is needed and only positive numbers are added up.
    """
    size = len(halved)
    left = [dict(row) for row in halved]
    right = [[2 * row.get(j, 0.0) for j in range(size)] for row in halved]
    leaning: list[set[int]] = [set() for _ in halved]
    for i, row in enumerate(halved):
        for j in row:
            leaning[j].add(i)
    waiting, order = set(range(size)), []
    while waiting:
        k = min(waiting, key=lambda node: (len(left[node]) * len(leaning[node]), node))
        waiting.remove(k)
        order.append(k)
        keep = 1 - left[k].pop(k, 0.0)
        if keep != 1:
            left[k] = {j: a / keep for j, a in left[k].items()}
            right[k] = [x / keep for x in right[k]]
        for j in left[k]:
            leaning[j].discard(k)
        for i in leaning[k] - {k}:
            by = left[i].pop(k)
            for j, a in left[k].items():
                left[i][j] = left[i].get(j, 0.0) + by * a
                leaning[j].add(i)
            right[i] = [x + by * y for x, y in zip(right[i], right[k], strict=True)]
    for k in reversed(order):
        for j, a in left[k].items():
            right[k] = [x + a * y for x, y in zip(right[k], right[j], strict=True)]
    return right
