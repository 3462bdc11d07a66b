"""The sandbox of a player: bubblewrap, in which there is nothing but Python and the player itself.

No network but a loopback of its own, no view of the project, the home folder or other processes; nothing can be
written but a small /tmp; whatever it started is gone when it is. Source for the options: bwrap(1).
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from functools import cache
from pathlib import Path

PLAYER = Path(__file__).resolve().parent.parent / "player"
INSIDE = "/kata/player"
LIBRARIES = Path("/etc/ld.so.cache")
# Folders with their sizes; multiprocessing's locks live in the latter.
WRITABLE = {"/tmp": 64 << 20, "/dev/shm": 1 << 20}
FIRST_USER = 1_100_000_000
HOW_TO_GET_IT = "install bubblewrap (Debian, Ubuntu: apt install bubblewrap; Fedora: dnf install bubblewrap)"
SYSTEM = ("/lib", "/lib32", "/lib64", "/bin")  # on most systems links into /usr, on some folders of their own


def command(arguments: Sequence[str], visible: Sequence[Path] = ()) -> list[str]:
    """The command that starts the player with these arguments in a sandbox of its own.

    `visible`: further files and folders that it may read.
    """
    python = os.path.realpath(sys.executable)
    wrap = [shutil.which("bwrap") or "bwrap", *_unshared(), "--die-with-parent", "--new-session"]
    wrap += ["--hostname", "kata", "--ro-bind", "/usr", "/usr"]
    for folder in SYSTEM:
        if os.path.islink(folder):
            wrap += ["--symlink", os.readlink(folder), folder]
        elif os.path.isdir(folder):
            wrap += ["--ro-bind", folder, folder]
    wrap += [*_open_ways(LIBRARIES), "--ro-bind-try", str(LIBRARIES), str(LIBRARIES)]
    wrap += ["--proc", "/proc", "--dev", "/dev"]
    for folder, size in WRITABLE.items():  # before what may lie in them
        wrap += ["--perms", "1777", "--size", str(size), "--tmpfs", folder]
    for path in (Path(sys.base_prefix), Path(sys.base_exec_prefix), *visible):
        if not path.is_relative_to("/usr"):
            wrap += [*_open_ways(path), "--ro-bind", str(path), str(path)]
    wrap += [*_open_ways(Path(INSIDE)), "--ro-bind", str(PLAYER), INSIDE]
    wrap += ["--chdir", "/tmp", "--remount-ro", "/dev", "--remount-ro", "/"]
    return [*wrap, "--", python, "-P", "-s", "-S", f"{INSIDE}/__main__.py", *arguments]


def _unshared() -> list[str]:
    """Namespaces of its own. Root keeps his user's, and the right to become somebody else in it: see `user`."""
    if _is_root():
        kinds = ["--unshare-ipc", "--unshare-pid", "--unshare-net", "--unshare-uts", "--unshare-cgroup-try"]
        return [*kinds, "--cap-drop", "ALL", "--cap-add", "CAP_SETUID", "--cap-add", "CAP_SETGID"]
    return ["--unshare-all", "--cap-drop", "ALL"]


def _open_ways(path: Path) -> list[str]:
    """Folders on the way to a path that anybody may pass: by itself bwrap makes them as closed as they are outside."""
    ways = reversed(path.parents[:-1]) if _is_root() else ()
    return [word for way in ways for word in ("--perms", "0755", "--dir", str(way))]


def _is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0


def user() -> int:
    """The user that a sandboxed player must become; 0: stay who it is.

    The kernel limits the number of a user's processes for everybody but root, and counts those of one user together:
    so root's sandboxes have a user each, with a number that nobody has.
    """
    return FIRST_USER + os.getpid() % 1_000_000 if _is_root() else 0


@cache
def obstacle() -> str | None:
    """Why no sandbox can be had here, in a sentence that says what to do; None when one was just tried out."""
    if not sys.platform.startswith("linux"):
        return (
            f"the sandbox needs Linux, and this is {sys.platform}: grade in a virtual machine or a container"
        )
    if shutil.which("bwrap") is None:
        return f"the sandbox needs bwrap, which is not installed: {HOW_TO_GET_IT}"
    try:
        tried = subprocess.run(
            command(["probe"]), capture_output=True, timeout=20, check=False, stdin=subprocess.DEVNULL
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        return f"bwrap could not be started ({error}): see whether it runs by hand"
    if tried.returncode == 0 and tried.stdout.strip() == b"here":
        return None
    said = tried.stderr.decode("utf-8", "replace").strip().splitlines()
    return (
        f"bwrap does not work here ({said[-1] if said else f'exit code {tried.returncode}'}): "
        "allow unprivileged user namespaces (on Ubuntu an AppArmor profile for bwrap)"
    )


if __name__ == "__main__":  # whoever wants to know before it asks a judge
    print(obstacle() or "")
