"""The files in a folder or an archive that strangers have filled, read so that nothing in it can do harm.

    for member in members(Path("handed_in")):
        member.parts        # ("alice", "two_workers.py")
        member.read()       # its bytes; Unusable when it is no regular file, a link, too large, or damaged

Nothing is ever unpacked to the disk, no link is followed, and nothing is read beyond a limit.
"""

import bz2
import gzip
import io
import lzma
import os
import stat
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

LARGEST_FILE = 256 * 1024
LARGEST_ARCHIVE = 64 << 20
MOST_MEMBERS = 20_000
MOST_FOLDERS = 32  # one in the other
MOST_UNPACKED = 256 << 20  # bytes that may have to be unpacked to get through a compressed tar
ARCHIVES = (".zip", ".tar", ".tar.gz", ".tgz", ".tar.bz2", ".tar.xz")
_DAMAGE: tuple[type[Exception], ...] = (
    *(zipfile.BadZipFile, tarfile.TarError, zlib.error, lzma.LZMAError, OSError),
    *(EOFError, RuntimeError, ValueError, LookupError, MemoryError),  # what their readers let through, too
)


class Unusable(Exception):
    """This member, or all of the archive, cannot be used; the text says why, without a full stop."""


@dataclass(frozen=True, slots=True)
class Member:
    """One file. ``parts`` are the names of its folders and its own, as they are written, relative to where it lies."""

    parts: tuple[str, ...]
    read: Callable[[], bytes]

    @property
    def name(self) -> str:
        """Its own name."""
        return self.parts[-1]

    @property
    def place(self) -> str:
        """Where it lies, for people."""
        return "/".join(self.parts)


def is_archive(name: str) -> bool:
    """Whether a file of this name is taken for an archive."""
    return name.lower().endswith(ARCHIVES)


def bare_name(name: str) -> str:
    """The name of an archive without its ending."""
    ending = next(
        (ending for ending in sorted(ARCHIVES, key=len, reverse=True) if name.lower().endswith(ending)), ""
    )
    return name[: len(name) - len(ending)]


def in_folder(folder: Path) -> Iterator[Member]:
    """Every file below a folder, in the order of the names; links are members that cannot be read."""
    yield from _walk(folder, ())


def in_archive(content: bytes, name: str, limit: int = LARGEST_ARCHIVE) -> list[Member]:
    """Every file in an archive of at most ``limit`` bytes. Unusable when it is no archive, damaged, or too large."""
    if len(content) > limit:
        raise Unusable(f"the archive is larger than {limit >> 20} MB")
    try:
        members = _in_zip(content) if name.lower().endswith(".zip") else _in_tar(content)
    except _DAMAGE as error:
        raise Unusable(f"the archive cannot be read: {type(error).__name__}") from None
    return members


def read_file(path: Path, limit: int = LARGEST_FILE) -> bytes:
    """The bytes of a regular file that is nobody's link. Unusable when it is anything else, or too large."""
    flags = (
        os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    )
    try:
        if path.is_symlink():  # where the system cannot say it while opening
            raise Unusable("it is a link")
        descriptor = os.open(path, flags)
    except OSError as error:
        raise Unusable(f"it cannot be read: {error.strerror}") from None
    with os.fdopen(descriptor, "rb") as file:
        about = os.fstat(descriptor)
        if not stat.S_ISREG(about.st_mode):
            raise Unusable("it is not a regular file")
        if about.st_nlink > 1:
            raise Unusable("it is a hard link")
        return _bounded(file, limit)


def _bounded(file: IO[bytes], limit: int) -> bytes:
    content = file.read(limit + 1)
    if len(content) > limit:
        raise Unusable(f"it is larger than {limit // 1024} KB")
    return content


def _walk(folder: Path, parts: tuple[str, ...]) -> Iterator[Member]:
    if len(parts) > MOST_FOLDERS:
        yield Member(parts, refusing("it lies too deep in folders"))
        return
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        yield Member(parts or (folder.name,), refusing(f"it cannot be read: {error.strerror}"))
        return
    if parts and not entries:  # or nobody would hear of a student who handed in nothing else
        yield Member(parts, refusing("it is an empty folder"))
    for entry in entries:
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(folder / entry.name, (*parts, entry.name))
        else:
            limit = LARGEST_ARCHIVE if is_archive(entry.name) else LARGEST_FILE
            yield Member((*parts, entry.name), _reader(folder / entry.name, limit))


def _reader(path: Path, limit: int) -> Callable[[], bytes]:
    return lambda: read_file(path, limit)


def _in_zip(content: bytes) -> list[Member]:
    archive = zipfile.ZipFile(io.BytesIO(content))
    infos = archive.infolist()
    _count(len(infos))

    def reader(info: zipfile.ZipInfo) -> Callable[[], bytes]:
        def read() -> bytes:
            if stat.S_ISLNK(info.external_attr >> 16):
                raise Unusable("it is a link")
            if info.flag_bits & 1:
                raise Unusable("it is encrypted")
            limit = LARGEST_ARCHIVE if is_archive(info.filename) else LARGEST_FILE
            try:
                with archive.open(info) as file:
                    return _bounded(file, limit)
            except _DAMAGE as error:
                raise Unusable(f"it cannot be unpacked: {type(error).__name__}") from None

        return read

    return [Member(_parts(info.filename), reader(info)) for info in infos if not info.is_dir()]


def _in_tar(content: bytes) -> list[Member]:
    found: list[Member] = []
    with tarfile.open(fileobj=_Bounded(_decompressed(content)), mode="r|") as archive:
        for info in archive:
            _count(len(found))
            if info.isdir():
                continue
            limit = LARGEST_ARCHIVE if is_archive(info.name) else LARGEST_FILE
            file = archive.extractfile(info) if info.isreg() and info.size <= limit else None
            if file is not None:
                found.append(Member(_parts(info.name), _giving(file.read())))
            elif info.isreg():
                found.append(Member(_parts(info.name), refusing(f"it is larger than {limit // 1024} KB")))
            else:
                found.append(Member(_parts(info.name), refusing("it is not a regular file")))
    return found


def _decompressed(content: bytes) -> Any:
    """The archive as a stream, by its first bytes and not by its name."""
    stream = io.BytesIO(content)
    if content.startswith(b"\x1f\x8b"):
        return gzip.GzipFile(fileobj=stream)
    if content.startswith(b"BZh"):
        return bz2.BZ2File(stream)
    return lzma.LZMAFile(stream) if content.startswith(b"\xfd7zXZ") else stream


class _Bounded(io.RawIOBase):
    """A stream of which only so much may be read: a small archive can unpack to any size."""

    def __init__(self, stream: Any) -> None:
        self._stream = stream
        self._left = MOST_UNPACKED

    def read(self, size: int = -1) -> bytes:
        data: bytes = self._stream.read(min(size, 1 << 20) if size >= 0 else 1 << 20)
        self._left -= len(data)
        if self._left < 0:
            raise Unusable(f"it unpacks to more than {MOST_UNPACKED >> 20} MB")
        return data


def _count(number: int) -> None:
    if number > MOST_MEMBERS:
        raise Unusable(f"it holds more than {MOST_MEMBERS:,} files")


def refusing(why: str) -> Callable[[], bytes]:
    """What reads a member that cannot be used, and says why."""

    def read() -> bytes:
        raise Unusable(why)

    return read


def _giving(content: bytes) -> Callable[[], bytes]:
    return lambda: content


def _parts(name: str) -> tuple[str, ...]:
    """The names of a path in an archive; what leads out of it is a name like any other."""
    parts = tuple(part for part in name.replace("\\", "/").split("/") if part not in ("", "."))
    return parts or ("",)
