"""Colours: legible on both papers, no judge among them, and apart for every kind of eye."""

import colorsys
import itertools
import math
from dataclasses import replace

import pytest
from board_cases import made

from kit.figures.theme import ACCENT, EDGE, ENVIRONMENT, INK, MUTED, PAPER, TEAM, Colour, actor_colours

Linear = tuple[float, float, float]

# Machado, Oliveira and Fernandes (2009), severity 1, on linear RGB.
EYES = {
    "protanopia": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deuteranopia": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "tritanopia": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
    "all cones": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
}


def linear(colour: str) -> Linear:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    r, g, b = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return r, g, b


def contrast(a: str, b: str) -> float:
    """WCAG 2 contrast."""
    high, low = sorted((0.2126 * r + 0.7152 * g + 0.0722 * b for r, g, b in (linear(a), linear(b))), reverse=True)
    return (high + 0.05) / (low + 0.05)


def seen(colour: str, eyes: str) -> Linear:
    """A colour as these eyes see it, in OKLab."""
    rgb = [min(1, max(0, sum(m * c for m, c in zip(row, linear(colour), strict=True)))) for row in EYES[eyes]]
    cones = (
        (0.4122214708, 0.5363325363, 0.0514459929),
        (0.2119034982, 0.6806995451, 0.1073969566),
        (0.0883024619, 0.2817188376, 0.6299787005),
    )
    lms = [math.cbrt(sum(m * c for m, c in zip(row, rgb, strict=True))) for row in cones]
    lab = (
        (0.2104542553, 0.793617785, -0.0040720468),
        (1.9779984951, -2.428592205, 0.4505937099),
        (0.0259040371, 0.7827717662, -0.808675766),
    )
    a, b, c = (sum(m * v for m, v in zip(row, lms, strict=True)) for row in lab)
    return a, b, c


@pytest.mark.parametrize("ground", ["light", "dark"])
@pytest.mark.parametrize("colour", [*ENVIRONMENT, *TEAM, EDGE])
def test_lines_stand_out(colour: Colour, ground: str) -> None:
    assert contrast(getattr(colour, ground), getattr(PAPER, ground)) >= 3


@pytest.mark.parametrize("ground", ["light", "dark"])
@pytest.mark.parametrize("colour", [INK, MUTED, ACCENT])
def test_text_is_legible(colour: Colour, ground: str) -> None:
    assert contrast(getattr(colour, ground), getattr(PAPER, ground)) >= 4.5


@pytest.mark.parametrize("ground", ["light", "dark"])
@pytest.mark.parametrize("colour", [*ENVIRONMENT, *TEAM])
def test_no_colour_judges(colour: Colour, ground: str) -> None:
    """No red, no green: a hue either lies outside theirs, or the colour is nearly grey."""
    value = getattr(colour, ground)
    r, g, b = (int(value[i : i + 2], 16) / 255 for i in (1, 3, 5))
    hue, _lightness, _saturation = colorsys.rgb_to_hls(r, g, b)
    grey = max(r, g, b) - min(r, g, b) < 0.12
    assert grey or 20 <= hue * 360 <= 55 or 180 <= hue * 360 <= 300, (value, hue * 360)


@pytest.mark.parametrize("ground", ["light", "dark"])
@pytest.mark.parametrize("eyes", EYES)
def test_colours_stay_apart(eyes: str, ground: str) -> None:
    """The first eight of the environment, and the three of the team; 0.02 is a difference that is just seen."""
    for group in (ENVIRONMENT[:8], TEAM):
        for a, b in itertools.combinations([getattr(colour, ground) for colour in group], 2):
            assert math.dist(seen(a, eyes), seen(b, eyes)) >= 0.04, (a, b)


def test_one_colour_an_actor() -> None:
    colours = actor_colours(made())
    assert len(set(colours.values())) == len(colours) == 8
    assert colours["vakwaarden"] == ACCENT
    assert colours["team"] in TEAM
    assert colours["jeugdbescherming"] == ENVIRONMENT[0]


def test_a_case_with_more_actors_than_colours() -> None:
    case = made()
    crowd = tuple(replace(case.actors[0], id=f"a{i}") for i in range(25))
    assert len(actor_colours(replace(case, actors=crowd))) == 25
