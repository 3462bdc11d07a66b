"""Text that was written for another width, brought to this one: paragraphs and points flow, what is indented stays."""

import re
import textwrap

_POINT = re.compile(r"( *)([*-]|\d+\.) +")
_CODE = 4  # columns of indentation from which lines are kept as they are


def reflow(text: str, width: int) -> list[str]:
    """The text as lines of at most ``width`` columns, but for indented ones, which are kept."""
    blocks: list[list[str]] = []
    for line in text.splitlines():
        if blocks and _goes_on(blocks[-1], line):
            blocks[-1].append(line.strip())
        else:
            blocks.append([line])
    return [line for block in blocks for line in _wrapped(block, width)]


def _goes_on(block: list[str], line: str) -> bool:
    first = block[0]
    if not first.strip() or not line.strip() or _POINT.match(line):
        return False
    indent = len(line) - len(line.lstrip())
    point = _POINT.match(first)
    return indent == (point.end() if point else 0) and (point is not None or not first.startswith(" "))


def _wrapped(block: list[str], width: int) -> list[str]:
    point = _POINT.match(block[0])
    if block[0].startswith(" " * _CODE) and not point:
        return block
    hanging = " " * point.end() if point else ""
    return textwrap.wrap(" ".join(block), width, subsequent_indent=hanging, break_on_hyphens=False) or [""]
