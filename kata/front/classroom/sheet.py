"""Tables as other programs write them and read them again: CSV files, kept as they are but for what is filled in."""

import csv
import io
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from kata.front.errors import UsageProblem

LARGEST = 32 << 20

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_HARMLESS = re.compile(r"[+-]?\d+([.,]\d+)?%?|-")  # a number, or Moodle's sign for "no grade yet"
_BOM = "\ufeff"


def cell(text: str) -> str:
    """A text that no spreadsheet takes for a formula."""
    return f"'{text}" if text.startswith(_FORMULA) and not _HARMLESS.fullmatch(text) else text


@dataclass(slots=True)
class Sheet:
    """A table that a teacher has exported. ``head`` are the titles of its columns."""

    path: Path
    head: list[str]
    rows: list[list[str]]
    delimiter: str
    bom: bool
    line_end: str

    def write(self) -> bytes:
        """The table as the program that it came from reads it."""
        text = io.StringIO(newline="")
        table = csv.writer(text, delimiter=self.delimiter, lineterminator=self.line_end)
        for row in [self.head, *self.rows]:
            table.writerow([cell(value) for value in row])
        return ((_BOM if self.bom else "") + text.getvalue()).encode()


def load(path: Path) -> Sheet:
    """Read a table. UsageProblem says in one sentence what is wrong with it."""
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST + 1)
    except OSError as error:
        raise UsageProblem(f"{path} cannot be read: {error.strerror}.") from None
    if len(content) > LARGEST:
        raise UsageProblem(f"{path.name} is larger than {LARGEST >> 20} MB, which no table of grades is.")
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        raise UsageProblem(
            f"{path.name} is not UTF-8 text: export it again as CSV, and do not edit it."
        ) from None
    bom = text.startswith(_BOM)
    text = text.removeprefix(_BOM)
    first = text.partition("\n")[0]
    delimiter = max(",;\t", key=first.count)
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True))
    except csv.Error:
        raise UsageProblem(f"{path.name} is no CSV table: export it again, and do not edit it.") from None
    if len(rows) < 2 or len(rows[0]) < 2:
        raise UsageProblem(f"{path.name} holds no table of students: export it again, and do not edit it.")
    head, *others = rows
    return Sheet(path, head, others, delimiter, bom, "\r\n" if first.endswith("\r") else "\n")


def column_called(titles: Sequence[str], wanted: str) -> list[int]:
    """The columns with this title; case and the blanks around it do not matter."""
    folded = wanted.strip().casefold()
    return [number for number, title in enumerate(titles) if title.strip().casefold() == folded]
