"""Text from answers: nothing in it acts on the terminal."""

import pytest

from kata.front import safe_text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain", "plain"),
        ("\x1b[31mred", "\\e[31mred"),
        ("a\nb\tc\rd\0", "a\\nb\\tc\\rd\\0"),
        ("\x07\x9b", "\\x07\\x9b"),
        ("\u202eevil", "\\u202eevil"),
        ("zero\u200bwidth", "zero\\u200bwidth"),
        ("\ud800", "\\ud800"),
        ("\u2028", "\\u2028"),
        ("naïve 牛奶 ✓", "naïve 牛奶 ✓"),
        (None, "None"),
    ],
)
def test_a_line_is_printable_and_loses_nothing(text, shown):
    assert safe_text.line(text) == shown


def test_what_the_output_cannot_show_is_escaped():
    assert safe_text.line("naïve ✓", encoding="ascii") == "na\\xefve \\u2713"


def test_a_line_is_bounded():
    assert safe_text.line("x" * 10_000_000, 10) == "xxxxxxx..."


def test_lines_are_bounded_and_say_how_many_are_missing():
    assert safe_text.lines("1\n2\n3\n4\n5\n\n\n", 3) == ["1", "2", "(3 more lines)"]
    assert safe_text.lines("1\r\n2\r\n", 3) == ["1", "2"]


def test_tabs_in_output_keep_their_columns():
    assert safe_text.lines("a\tb", 3) == ["a   b"]


def test_columns_are_counted_as_a_terminal_does():
    assert safe_text.cells("牛奶") == 4
    assert safe_text.cells("e\u0301") == 1
    assert safe_text.pad("牛", 4) == "牛  "


@pytest.mark.parametrize(
    ("text", "width", "fitted"),
    [("short", 5, "short"), ("longer", 5, "long…"), ("牛奶牛奶", 5, "牛奶…"), ("ab", 0, "")],
)
def test_text_is_fitted_into_columns(text, width, fitted):
    assert safe_text.fit(text, width, "…") == fitted
