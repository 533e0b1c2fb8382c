"""Names in a column that are the same but for capitals and spaces."""

from collections import Counter
from collections.abc import Callable


class Names:
    """Each name by a key; shown as it is written most often, of two alike as it came first."""

    def __init__(self) -> None:
        self._written: dict[str, Counter[str]] = {}
        self._best: dict[str, str] = {}

    def __len__(self) -> int:
        return len(self._written)

    def key(self, name: str) -> str:
        """The key of a name, which counts this way of writing it."""
        key = name.casefold()
        self._written.setdefault(key, Counter())[name] += 1
        return key

    def name(self, key: str) -> str:
        """How a name is shown, once all are known."""
        if key not in self._best:
            self._best[key] = self._written[key].most_common(1)[0][0]
        return self._best[key]

    def some(self, many: int) -> list[str]:
        """The first names that came."""
        return [self.name(key) for key in list(self._written)[:many]]

    def share(self, test: Callable[[str], bool]) -> float:
        """Which part of the names passes the test; 0 of none."""
        return sum(map(test, self._written)) / len(self._written) if self._written else 0.0
