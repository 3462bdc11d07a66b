#!/usr/bin/env python3
"""Grade your answers: python3 grade.py [NAME...]  (python3 grade.py --help tells the rest).

This file needs nothing but Python. It sees to it that the libraries pyproject.toml asks for are there, in a
folder .venv beside this file if need be, and hands over to kata.front. An old Python must be able to read it.
"""

import contextlib
import functools
import os
import re
import shutil
import subprocess
import sys
import textwrap
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
# In a .venv of ours from the first moment; once that is complete, it says what it holds.
MARK = VENV / "made-by-grade.txt"
CLEAN = {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "PYTHONHOME")}


class Obstacle(Exception):
    """One sentence: why grade.py cannot start, and what to do about it."""


def prepare() -> None:
    """Come back only in a Python that has what the grader needs; otherwise start again in .venv."""
    check_version(*sys.version_info[:2])
    needed = requirements()
    if all(met(requirement) for requirement in needed):
        return
    inside = in_venv()
    if inside or not ready(needed):
        with alone():
            if inside:
                install(sys.executable, needed)
            elif not ready(needed):  # another start may have made it while this one waited
                build(needed)
    if not inside:
        command = [str(PYTHON), str(ROOT / "grade.py"), *sys.argv[1:]]
        if sys.platform == "win32":  # where exec would give the terminal back at once
            sys.exit(subprocess.call(command, env=CLEAN))
        os.execve(command[0], command, CLEAN)


def check_version(major: int, minor: int) -> None:
    if (major, minor) < (3, 11):
        names = ["python3.15", "python3.14", "python3.13", "python3.12", "python3.11"]
        newer = next((name for name in names if starts(name)), "a newer one")
        advice = f"remove {VENV}" if in_venv() else f"start it with {newer}"
        raise Obstacle(f"grade.py needs Python 3.11 or later, and this is {major}.{minor}: {advice}.")


def starts(name: str) -> bool:
    found = shutil.which(name)
    return found is not None and subprocess.call([found, "-c", ""], stderr=subprocess.DEVNULL) == 0


def in_venv() -> bool:
    return VENV.exists() and os.path.samefile(sys.prefix, str(VENV))


def requirements() -> "list[str]":
    import tomllib

    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    return list(tomllib.loads(text)["project"]["dependencies"])


def met(requirement: str) -> bool:
    """Whether the running Python has it; a requirement is written name>=version."""
    name, _, least = requirement.partition(">=")
    found = installed().get(name.lower().replace("-", "_"))
    return found is not None and found >= [int(number) for number in least.split(".")]


@functools.cache
def installed() -> "dict[str, list[int]]":
    """The versions of what the running Python can import; importlib.metadata takes longer to load than this to look."""
    found = {}
    for folder in reversed(sys.path):
        with contextlib.suppress(OSError):
            for entry in os.listdir(folder or "."):
                name, _, version = entry.partition("-")
                if entry.endswith((".dist-info", ".egg-info")):
                    found[name.lower().replace("-", "_")] = [
                        int(number) for number in re.findall(r"\d+", version)
                    ]
    return found


def ready(needed: "list[str]") -> bool:
    """Whether to go on in .venv: it is ours and complete, or it is the user's own."""
    usable = PYTHON.exists() and (VENV / "pyvenv.cfg").exists()
    return usable and (not MARK.exists() or MARK.read_text() == "\n".join(needed))


@contextlib.contextmanager
def alone() -> "Iterator[None]":
    """Wait for the right to change .venv; the system passes it on when its holders end, however they end."""
    with open(f"{VENV}.lock", "w") as lock:
        if sys.platform == "win32":
            import msvcrt

            while True:
                with contextlib.suppress(OSError):  # raised after ten seconds of waiting
                    msvcrt.locking(lock.fileno(), msvcrt.LK_LOCK, 1)
                    break
        else:
            import fcntl

            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                print(f"Waiting for another start to set up {VENV}", file=sys.stderr)
                fcntl.flock(lock, fcntl.LOCK_EX)
            os.set_inheritable(lock.fileno(), True)  # an installer that outlives us goes on holding it
        yield


def build(needed: "list[str]") -> None:
    """Make .venv. What we did not make we do not touch; what we made and did not finish we make again."""
    if os.path.lexists(str(VENV)) and not MARK.exists():
        raise Obstacle(f"{VENV} is in the way, being no virtual environment: rename it and start again.")
    ways = uv("venv", "--seed", "--allow-existing", "--python", sys.executable, str(VENV))
    if find_spec("venv") and find_spec("ensurepip"):
        ways.append([sys.executable, "-I", "-m", "venv", str(VENV)])
    if not ways:
        package = "python{}.{}-venv".format(*sys.version_info)
        raise Obstacle(f"This Python cannot make a virtual environment: install {package} and start again.")
    VENV.mkdir(exist_ok=True)
    MARK.write_text("incomplete")
    for old in VENV.iterdir():
        if old.is_dir() and not old.is_symlink():
            shutil.rmtree(old)
        elif old != MARK:
            old.unlink()
    attempt(f"Making {VENV}, once", ways)
    install(str(PYTHON), needed)


def install(python: str, needed: "list[str]") -> None:
    pip = [python, "-I", "-m", "pip", "install", "--disable-pip-version-check", *needed]
    wrapper = textwrap.TextWrapper(
        shutil.get_terminal_size().columns, break_long_words=False, break_on_hyphens=False
    )
    what = wrapper.fill(f"Installing {', '.join(needed)}")
    attempt(what, [*uv("pip", "install", "--python", python, *needed), pip])
    if MARK.exists():
        MARK.write_text("\n".join(needed))


def uv(*arguments: str) -> "list[list[str]]":
    found = shutil.which("uv")
    return [[found, *arguments]] if found else []


def attempt(what: str, ways: "list[list[str]]") -> None:
    """Run the first command that succeeds, a dot for each line it says; if none does, tell why."""
    print(what, end=" ", file=sys.stderr, flush=True)
    reasons = []
    for command in ways:
        reasons.append(command[0])
        with subprocess.Popen(
            command, cwd=ROOT, close_fds=False, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
        ) as process:
            for line in process.stdout or ():
                reasons[-1] = line.decode(errors="replace").strip() or reasons[-1]
                print(".", end="", file=sys.stderr, flush=True)
        if process.returncode == 0:
            break
    print(file=sys.stderr)
    if process.returncode != 0:
        raise Obstacle(f"{VENV} could not be set up ({reasons[0]}): see to the network and start again.")


def main() -> int:
    try:
        prepare()
    except Obstacle as obstacle:
        print(obstacle, file=sys.stderr)
        return 2
    except OSError as error:
        print(f"{VENV} could not be set up ({error}): copy {ROOT} to where you may write.", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print("\nThe set-up was interrupted: start again to finish it.", file=sys.stderr)
        return 130
    sys.path.insert(0, str(ROOT))  # where PYTHONSAFEPATH is set, Python did not
    from kata.front import cli

    return cli.main()


if __name__ == "__main__":
    sys.exit(main())
