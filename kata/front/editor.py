"""The user's editor: $VISUAL, or else $EDITOR, or else VS Code where it is there."""

import os
import shlex
import shutil
from collections.abc import Mapping
from pathlib import Path

from kata.front.errors import UsageProblem

_CODE = ("code", "code-insiders", "codium", "cursor")


def command(path: Path, environment: Mapping[str, str] = os.environ) -> list[str]:
    """The command line that opens the file. UsageProblem when no editor is known, or it is not there."""
    search = environment.get("PATH")
    for name in ("VISUAL", "EDITOR"):
        words = _words(environment.get(name, ""))
        if words:
            program = shutil.which(words[0], path=search)
            if program is None:
                raise UsageProblem(f"There is no program {words[0]}, which {name} names as your editor.")
            return [program, *words[1:], str(path)]
    for name in _CODE:
        program = shutil.which(name, path=search)
        if program:  # a window that is open takes the file
            return [program, "-g", str(path)]
    raise UsageProblem(f"No editor is known: set VISUAL or EDITOR, or open {path} yourself.")


def open_file(path: Path, environment: Mapping[str, str] = os.environ) -> None:
    """Open the file, and wait for an editor that stays in this terminal. UsageProblem when it fails."""
    from kata.front import foreground

    words = command(path, environment)
    try:
        code = foreground.attached(words)
    except OSError as error:
        raise UsageProblem(f"{words[0]} cannot be started: {error.strerror}.") from None
    if code:
        raise UsageProblem(f"{words[0]} ended with exit code {code}.")


def _words(text: str) -> list[str]:
    try:
        if os.name == "nt":
            return [word.strip('"') for word in shlex.split(text, posix=False)]
        return shlex.split(text)
    except ValueError:  # an open quote
        return text.split()
