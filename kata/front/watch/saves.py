"""Which files were saved: told by the file system where it can, and found by looking again where it cannot."""

import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from threading import Event

from kata.front import stubs

_LOOK_EVERY = 0.4  # seconds, for file systems that tell nothing
_SETTLE = 0.003  # for so long a text must stay the same; an editor may write it in pieces
_EMPTY_FOR = 0.15  # some editors empty a file before they write it

Signature = tuple[int, int, int] | None


def saves(folder: Path, files: Mapping[str, Path], stop: Event) -> Iterator[list[str]]:
    """The names of the files whose text has changed, each time that some have; the end when ``stop`` is set.

    ``folder`` holds all the files. A file that is saved without a change, or touched, is not named.
    """
    look = Look(files)
    for _ in _occasions(folder, stop):
        changed = look.changed()
        if changed:
            yield changed


def _occasions(folder: Path, stop: Event) -> Iterator[None]:
    """Whenever it is worth to look."""
    from watchfiles import watch

    try:
        for _ in watch(
            folder,
            watch_filter=None,
            debounce=10,
            step=1,
            rust_timeout=int(_LOOK_EVERY * 1000),
            yield_on_timeout=True,
            stop_event=stop,
            raise_interrupt=False,
        ):
            yield
    except OSError:  # the system has no more watches to give
        pass
    while not stop.wait(_LOOK_EVERY):
        yield


class Look:
    """Remembers what each file was at the last look."""

    def __init__(self, files: Mapping[str, Path], sleep: Callable[[float], None] = time.sleep) -> None:
        self._files = files
        self._sleep = sleep
        self._signatures = {name: _signature(path) for name, path in files.items()}
        self._marks = {name: stubs.mark(path) for name, path in files.items()}

    def changed(self) -> list[str]:
        """The files whose text is another than at the last look, once they have settled."""
        found = []
        for name, path in self._files.items():
            signature = _signature(path)
            if signature == self._signatures[name]:
                continue
            mark = self._settled(path)
            self._signatures[name] = signature
            if mark != self._marks[name]:
                self._marks[name] = mark
                found.append(name)
        return found

    def _settled(self, path: Path) -> str | None:
        """The mark of the text when it does not change any more."""
        mark, waited = stubs.mark(path), 0.0
        while True:
            self._sleep(_SETTLE)
            waited += _SETTLE
            again = stubs.mark(path)
            if again == mark and (again not in (None, stubs.EMPTY) or waited >= _EMPTY_FOR):
                return again
            mark = again


def _signature(path: Path) -> Signature:
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_mtime_ns, status.st_size, status.st_ino
