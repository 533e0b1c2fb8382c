"""The signal rule: exact chances, Benjamini and Hochberg, what it finds and how seldom it cries wolf."""

from fractions import Fraction
from itertools import combinations
from math import comb
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.models import signal
from kit.models.register import PLANTED, SEED, Register, Request, made_up
from kit.models.signal import SignalMap, read_signals, shuffle, shuffled, upper_tail

SHIPPED = made_up(Random(SEED))
MAP = read_signals(SHIPPED)


def brute(least: int, all: int, of_street: int, of_theme: int) -> Fraction:
    """The same tail in whole numbers."""
    ways = sum(
        comb(of_street, k) * comb(all - of_street, of_theme - k)
        for k in range(max(0, least, of_street + of_theme - all), min(of_street, of_theme) + 1)
    )
    return Fraction(ways, comb(all, of_theme))


def test_golden_tail() -> None:
    """By hand: of 10 requests 4 in the street, 5 about the theme; at least 3 both: (4·15 + 1·6)/252 = 66/252."""
    assert upper_tail(3, 10, 4, 5) == pytest.approx(66 / 252, abs=1e-12)
    assert upper_tail(4, 10, 4, 5) == pytest.approx(6 / 252, abs=1e-12)
    assert upper_tail(5, 10, 4, 5) == 0
    assert upper_tail(0, 10, 4, 5) == 1


def test_a_lady_tasting_tea() -> None:
    """Fisher (1935): eight cups, four of each; all four right by chance 1 in 70, at least three 17 in 70."""
    assert upper_tail(4, 8, 4, 4) == pytest.approx(1 / 70)
    assert upper_tail(3, 8, 4, 4) == pytest.approx(17 / 70)


def test_the_tail_is_a_count_of_deals() -> None:
    """Seven requests, three in the street, dealt in every way there is."""
    deals = [sum(i < 3 for i in theme) for theme in combinations(range(7), 4)]
    for least in range(5):
        assert upper_tail(least, 7, 3, 4) == pytest.approx(sum(k >= least for k in deals) / len(deals))


@given(st.integers(1, 300).flatmap(lambda n: st.tuples(st.just(n), st.integers(0, n), st.integers(0, n))), st.data())
def test_any_tail(sizes: tuple[int, int, int], data: st.DataObject) -> None:
    all, of_street, of_theme = sizes
    least = data.draw(st.integers(-1, min(of_street, of_theme) + 1))
    tail = upper_tail(least, all, of_street, of_theme)
    assert tail == pytest.approx(float(brute(least, all, of_street, of_theme)), rel=1e-9, abs=1e-15)
    assert tail == pytest.approx(upper_tail(least, all, of_theme, of_street), rel=1e-9, abs=1e-15)
    assert 0 <= upper_tail(least + 1, all, of_street, of_theme) <= tail + 1e-12 <= 1 + 1e-9


def test_a_large_register_keeps_its_digits() -> None:
    """100,000 requests: the whole numbers would have thirty thousand digits."""
    assert upper_tail(5300, 100_000, 10_000, 50_000) == pytest.approx(1.3449212314672e-10, rel=1e-8)
    assert upper_tail(0, 100_000, 10_000, 50_000) == 1
    assert upper_tail(1, 100_000, 10_000, 50_000) == pytest.approx(1)


def test_the_three_planted_cells_are_found_and_no_other() -> None:
    """It repeats how the register was made: they were planted to be found."""
    assert {(c.street, c.theme) for c in MAP.signals} == set(PLANTED)
    golden = {c.street: (c.asked, c.households, c.expected, c.chance) for c in MAP.signals}
    assert golden == {
        "Dijkstraat": (16, 15, pytest.approx(4.0383, abs=1e-4), pytest.approx(8.2475e-07, rel=1e-4)),
        "Beukenhof": (14, 14, pytest.approx(4.4253, abs=1e-4), pytest.approx(2.2878e-05, rel=1e-4)),
        "Torenplein": (14, 14, pytest.approx(4.2529, abs=1e-4), pytest.approx(9.3619e-06, rel=1e-4)),
    }


def test_the_fullest_cell_is_no_signal() -> None:
    """A large street and a common theme fill a cell by themselves: this is what the eye falls for."""
    fullest = max(MAP.cells.values(), key=lambda cell: cell.households)
    assert (fullest.street, fullest.theme, fullest.signal) == ("Lindenlaan", "geldzorgen", False)
    assert fullest.households > max(cell.households for cell in MAP.signals)


def test_who_asks_often_counts_once() -> None:
    """A household that asks twelve times is no signal; twelve that ask once are."""
    rest = [Request(1, f"s{i % 6}", f"t{i % 5}", 1000 + i) for i in range(300)]
    one = [Request(1, "s0", "t0", 1)] * 24
    many = [Request(1, "s0", "t0", i) for i in range(24)]
    once, often = (read_signals(Register((*rest, *more))).cells["s0", "t0"] for more in (many, one))
    assert (once.asked, once.households, once.signal) == (34, 34, True)
    assert (often.asked, often.households, often.signal) == (34, 11, False)


@pytest.mark.parametrize(("least", "found"), [(5, True), (12, True), (13, False)])
def test_fewer_households_than_the_least_are_no_signal(least: int, found: bool) -> None:
    rows = [Request(1, "a", "x", i) for i in range(12)] + [Request(1, "b", "y", 100 + i) for i in range(60)]
    reading = read_signals(Register(tuple(rows)), least=least)
    assert reading.cells["a", "x"].signal is found


def test_four_households_are_never_a_signal() -> None:
    rows = [Request(1, "a", "x", i) for i in range(4)] + [Request(1, "b", "y", 100 + i) for i in range(500)]
    cell = read_signals(Register(tuple(rows))).cells["a", "x"]
    assert cell.chance < 1e-8 and not cell.signal


def test_benjamini_and_hochberg_worked_out_by_hand() -> None:
    """Fifteen p-values of their 1995 paper (table in §4.1): at 0.05 the first four survive."""
    published = [0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459]
    published += [0.3240, 0.4262, 0.5719, 0.6528, 0.7590, 1.0000]
    assert signal._edge(published, 0.05) == 0.0095
    assert signal._edge(published[::-1], 0.05) == 0.0095
    assert signal._edge([0.04, 0.05], 0.05) == 0.05, "a later one carries an earlier one that fails by itself"
    assert signal._edge([0.9], 0.05) < 0
    assert signal._edge([], 0.05) < 0


def test_empty_cells_count_among_the_cells() -> None:
    """All cells are looked at, so all are counted: leaving out the empty ones would make signals cheaper."""
    assert len(MAP.cells) == 12 * 8
    assert any(cell.households == 0 for cell in MAP.cells.values())
    chances = [cell.chance for cell in MAP.cells.values()]
    assert max(cell.chance for cell in MAP.signals) <= signal._edge(chances, signal.RATE)


registers = st.lists(
    st.builds(Request, st.just(1), st.sampled_from("abcd"), st.sampled_from("xyz"), st.integers(1, 12)), max_size=60
).map(lambda rows: Register(tuple(rows)))


@given(registers)
def test_any_map(register: Register) -> None:
    reading = read_signals(register)
    assert set(reading.cells) == {(s, t) for s in register.streets for t in register.themes}
    assert sum(cell.asked for cell in reading.cells.values()) == len(register.requests)
    assert sum(cell.expected for cell in reading.cells.values()) == pytest.approx(len(register.requests))
    for cell in reading.cells.values():
        assert 0 <= cell.households <= cell.asked
        assert 0 <= cell.chance <= 1
        assert not cell.signal or (cell.households >= 5 and cell.households > cell.expected)


@given(registers, st.randoms(use_true_random=False))
def test_a_shuffle_moves_households_and_nothing_else(register: Register, rng: Random) -> None:
    dealt = shuffle(register, rng)
    assert [(r.week, r.theme, r.household) for r in dealt.requests] == [
        (r.week, r.theme, r.household) for r in register.requests
    ]
    moved = dict(
        zip(
            [(r.household, r.street) for r in register.requests],
            [(r.household, r.street) for r in dealt.requests],
            strict=True,
        )
    )
    before, after = (sorted(street for _household, street in homes) for homes in (moved, moved.values()))
    assert before == after, "each street keeps as many households"
    for old, new in zip(register.requests, dealt.requests, strict=True):
        assert moved[old.household, old.street] == (new.household, new.street), "who lives together stays together"


@given(registers)
def test_the_order_of_the_rows_makes_no_difference(register: Register) -> None:
    turned = Register(register.requests[::-1])
    assert read_signals(turned) == read_signals(register)


def test_shuffles_explain_the_chance() -> None:
    """How often a shuffled register holds as much is what the chance says, here of requests, one a household."""
    rows = [Request(1, "a", "x", i) for i in range(8)] + [Request(1, "a", "y", 50 + i) for i in range(12)]
    rows += [Request(1, "b", "x", 100 + i) for i in range(12)] + [Request(1, "b", "y", 150 + i) for i in range(28)]
    register = Register(tuple(rows))
    told = read_signals(register).cells["a", "x"].chance
    made = shuffled(register, 2000, Random(5))
    assert made.as_many["a", "x"] / 2000 == pytest.approx(told, abs=0.03)


def test_golden_shuffles() -> None:
    """What the notebook says of 200 shuffles."""
    made = shuffled(SHIPPED, 200, Random(1))
    assert (made.draws, made.by_rule, made.by_double) == (200, 0, 188)
    assert [made.as_many[cell] for cell in PLANTED] == [0, 0, 0]
    assert made.as_many["Lindenlaan", "geldzorgen"] == 78
    assert made.as_many["Lindenlaan", "opvoeden"] == 1, "seldom by itself, and no signal: there are 96 cells"
    assert shuffled(SHIPPED, 200, Random(1)) == made


def false_alarms(draws: int) -> tuple[int, int]:
    """In how many of `draws` registers with nothing planted the rule, and the rule of thumb, find something."""
    by_rule = by_double = 0
    for seed in range(draws):
        cells = read_signals(made_up(Random(seed), planted=())).cells.values()
        by_rule += any(cell.signal for cell in cells)
        by_double += any(cell.double for cell in cells)
    return by_rule, by_double


def test_it_seldom_cries_wolf() -> None:
    """models.md §7: under 1 % of registers with nothing planted; 'at least twice' alone 73 to 100 %. The bench
    draws more."""
    by_rule, by_double = false_alarms(300)
    assert by_rule < 3
    assert 0.73 * 300 <= by_double <= 300


def test_what_does_not_fit_is_told() -> None:
    bare = Register((Request(1, "a", "x", None),))
    for call in (lambda: read_signals(bare), lambda: shuffle(bare, Random(1)), lambda: shuffled(bare, 1, Random(1))):
        with pytest.raises(ValueError, match="each request must name its household"):
            call()
    with pytest.raises(ValueError, match="least must be 1 or more, got 0"):
        read_signals(SHIPPED, least=0)
    with pytest.raises(ValueError, match=r"rate must be from 0 to 1, got 1\.2"):
        read_signals(SHIPPED, rate=1.2)
    with pytest.raises(ValueError, match="draws must be 1 or more, got 0"):
        shuffled(SHIPPED, 0, Random(1))
    with pytest.raises(ValueError, match="of_street must be from 0 to 4, got 5"):
        upper_tail(1, 4, 5, 2)


def test_nothing_to_read() -> None:
    assert read_signals(Register(())) == SignalMap((), (), {})
    assert read_signals(Register(())).signals == ()


def test_a_map_as_a_table() -> None:
    frame = MAP.to_frame()
    assert len(frame) == 96
    assert set(frame.loc[frame["signal"], "street"]) == {"Dijkstraat", "Beukenhof", "Torenplein"}
