"""Files that are written whole or not at all: nobody ever sees a part of one, whoever is killed when."""

import os
from pathlib import Path


def replace(path: Path, content: bytes) -> None:
    """Put this content in the place of the file, if there is one."""
    new = path.with_name(f".{path.name[:40]}.{os.getpid()}-{os.urandom(4).hex()}")
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    descriptor = os.open(new, flags, 0o644)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
        os.chmod(new, 0o644)
        os.replace(new, path)
    except BaseException:
        os.unlink(new)
        raise
