"""The mark and the style of a verdict."""

from kata.front.glyphs import Glyphs


def mark(verdict: str, glyphs: Glyphs) -> tuple[str, str]:
    """The glyph of a verdict and the name of its style."""
    if verdict == "passed":
        return glyphs.passed, "good"
    if verdict == "unfinished":
        return glyphs.unfinished, "wait"
    return glyphs.failed, "bad"
