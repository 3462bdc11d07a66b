"""Docstrings brought to the width of a screen."""

from kata.front.prose import reflow

TEXT = """\
A title.

Some words that
go on here.

    worker(1, "milk")     takes 1 second
    worker(2, "bread")

Change it so that
  * one point that is
    long;
  * another.
"""


def test_paragraphs_and_points_flow_and_code_stays():
    assert reflow(TEXT, 60) == [
        "A title.",
        "",
        "Some words that go on here.",
        "",
        '    worker(1, "milk")     takes 1 second',
        '    worker(2, "bread")',
        "",
        "Change it so that",
        "  * one point that is long;",
        "  * another.",
    ]


def test_what_is_too_wide_goes_on_below_its_beginning():
    assert reflow("  * one point that is long", 16) == ["  * one point", "    that is long"]
    assert reflow("one two three", 8) == ["one two", "three"]
