"""Two ways to solve an exercise, beside each other, and the names of the other ways."""

from collections.abc import Sequence

from kata.front.comparison import Model
from kata.front.page import Page
from kata.front.safe_text import pad
from kata.front.words import command

_STYLES = {"+": "good", "-": "bad"}


def add(
    page: Page, name: str, model: Model, difference: Sequence[str], others: Sequence[tuple[str, str]]
) -> None:
    """Add what the model says of itself, the difference, and the other answers."""
    terminal = page.terminal
    page.line((page.joined([name, f"your file and {model.name}"]), "title"))
    for paragraph in model.about.split("\n\n"):
        page.gap()
        page.paragraph(" ".join(paragraph.split()), "", "  ", most=40)
    page.gap()
    for text in difference:
        if text[0] == "@":
            page.line((terminal.glyphs.rule * (page.width - 3), "quiet"))
        else:
            page.line((terminal.line(text.expandtabs(4)), _STYLES.get(text[0], "")))
    if not difference:
        page.line(("Your code is the same, line by line.", ""))
    if others:
        page.gap()
        page.line(("also right", "strong"))
        widest = max(len(other) for other, _ in others)
        for other, about in others:
            cut = terminal.fit(about, page.width - widest - 4)
            page.line(("  ", ""), (pad(other, widest), "command"), (f"  {cut}", ""))
        page.gap()
        page.field("show", command("diff", name, "--with", others[0][0]), "command", most=1)
