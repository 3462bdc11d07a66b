"""Text from an answer, made harmless: it cannot move the cursor, hide other text or fill the screen."""

import unicodedata

LONGEST_LINE = 2000

_NAMED = {"\n": "\\n", "\r": "\\r", "\t": "\\t", "\x1b": "\\e", "\0": "\\0"}
# Control, format (bidirectional, zero width), surrogate, private, unassigned; separators of lines.
_HIDDEN_CATEGORIES = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}


def line(text: object, limit: int = LONGEST_LINE, encoding: str | None = None) -> str:
    """The text as one printable line of at most ``limit`` characters; what ``encoding`` lacks is escaped."""
    source = str(text)
    cut = source[: limit + 1]
    if cut.isascii() and cut.isprintable():
        clean = cut
    else:
        clean = "".join(_escaped(character) for character in cut)
        if encoding:
            clean = clean.encode(encoding, "backslashreplace").decode(encoding)
    return clean if len(clean) <= limit else clean[: max(0, limit - 3)] + "..."


def lines(text: object, most: int, limit: int = LONGEST_LINE, encoding: str | None = None) -> list[str]:
    """The text as at most ``most`` printable lines, the last of which may say how many more there are."""
    every = str(text).replace("\r\n", "\n").expandtabs(4).split("\n")
    while every and not every[-1].strip():
        every.pop()
    if len(every) <= most:
        return [line(one, limit, encoding) for one in every]
    kept = [line(one, limit, encoding) for one in every[: most - 1]]
    return [*kept, f"({len(every) - len(kept)} {'more ' if kept else ''}lines)"]


def block(text: object, most: int = 40, encoding: str | None = None) -> str:
    """The text as several printable lines in one string."""
    return "\n".join(lines(text, most, encoding=encoding))


def cells(text: str) -> int:
    """How many columns of a terminal the text takes."""
    if text.isascii():
        return len(text)
    return sum(_cells(character) for character in text)


def fit(text: str, width: int, ellipsis: str = "...") -> str:
    """The text cut to ``width`` columns, with ``ellipsis`` at the end when something is missing."""
    if cells(text) <= width:
        return text
    room = max(0, width - len(ellipsis))
    kept = ""
    for character in text:
        room -= _cells(character)
        if room < 0:
            break
        kept += character
    return (kept.rstrip() + ellipsis)[: max(width, 0)]


def pad(text: str, width: int) -> str:
    """The text with spaces up to ``width`` columns."""
    return text + " " * (width - cells(text))


def _escaped(character: str) -> str:
    if character == " " or unicodedata.category(character) not in _HIDDEN_CATEGORIES:
        return character
    return _NAMED.get(character) or character.encode("unicode_escape", "surrogatepass").decode("ascii")


def _cells(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) == "Me":
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
