"""Answers as bytes: read once, with a size limit, and only from regular files."""

import asyncio
import os
import stat
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from .verdict import NotPassed

LARGEST = 256 * 1024


@dataclass
class Answer:
    """One file that claims to solve one exercise.

    `owner`: who handed it in; answers of different owners never share a player. `seed`: for its random inputs, where
    they are not those of everybody. `runs`: what came back, by what was asked for; a run that is there is not played.
    `under_way`: those that will be there soon. `gate`: what a run has to pass before it is played.
    """

    exercise: str
    path: Path
    owner: str = ""
    seed: int | None = None
    lost: NotPassed | None = None  # set when a run was killed: the others would be, too
    runs: dict[str, Any] = field(default_factory=dict, repr=False)
    played: int = 0  # how many runs were played, and were not there already
    under_way: dict[str, "asyncio.Future[None]"] = field(default_factory=dict, repr=False)
    gate: AbstractAsyncContextManager[None] | None = field(default=None, repr=False)
    _source: str | None = field(default=None, repr=False)

    @property
    def source(self) -> str:
        """The text. Raises NotPassed("refused" or "error") when there is none to be had."""
        if self._source is None:
            self._source = _decode(_read(self.path))
        return self._source


def _read(path: Path) -> bytes:
    try:
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    except FileNotFoundError:
        raise NotPassed("refused", f"there is no file {path.name}") from None
    except OSError as error:  # Windows does not even open a folder
        raise NotPassed("refused", f"{path.name} cannot be read: {error.strerror}") from None
    try:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            raise NotPassed("refused", f"{path.name} is not a regular file")
        content = bytearray()
        while piece := os.read(descriptor, LARGEST + 1 - len(content)):
            content += piece
            if len(content) > LARGEST:
                raise NotPassed("refused", f"{path.name} is larger than {LARGEST // 1024} KB")
        return bytes(content)
    finally:
        os.close(descriptor)


def _decode(content: bytes) -> str:
    try:
        return content.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise NotPassed("error", f"the answer is not UTF-8 text (line {line})") from None
