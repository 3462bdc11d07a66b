"""The tests of libraries for asyncio, from their source distributions, each in an environment of its own."""

import json
import os
import shutil
import subprocess
import sys
import tarfile
import time
import venv
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from kata.layout import ROOT

from .children import run_reporting, whole
from .compare import Comparison, Outcomes, compare, explanations

NAME = "kata_parity"  # what this package is called in those environments: libraries have a package "tests" of their own


@dataclass(frozen=True)
class Library:
    """A library, what its tests need, and pytest's arguments for those tests."""

    name: str
    version: str
    needs: tuple[str, ...] = ()
    arguments: tuple[str, ...] = ("tests",)


# Some keep their settings where only pytest 9 looks for them.
PYTEST = ("pytest==9.2.0", "pytest-asyncio==1.5.0", "pytest-timeout==2.4.0")
# Their own addopts ask for coverage and the like; without the other, a warning that some turn into an error.
SETTINGS = ("-o", "addopts=", "-o", "asyncio_default_fixture_loop_scope=function")
AUTO = ("-o", "asyncio_mode=auto")
LIBRARIES = (
    Library("aiojobs", "1.4.0", ("pytest-aiohttp==1.1.0", "aiohttp==3.13.0"), ("tests", *AUTO)),
    Library("aiolimiter", "1.3.0", ("dunamai==1.26.5", "typing_extensions==4.16.0"), ("tests", *AUTO)),
    Library("async-lru", "2.4.0"),
    Library("async-timeout", "5.0.1"),
    Library("janus", "2.0.0", ("pytest-codspeed==5.0.4", "pytest-cov==7.1.0")),
)  # fmt: skip


class Unavailable(Exception):
    """A library could not be had."""


def compared(library: Library, folder: Path) -> Comparison:
    """Builds an environment in `folder` and compares there. Unavailable: the library could not be had."""
    start = time.monotonic()
    python, sources = _environment(library, folder)
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    environment |= {"PYTHONPATH": str(_plugin(folder)), "PYTHONHASHSEED": "0"}

    def run(virtual: bool, only: Sequence[str]) -> Outcomes:
        outcomes: Outcomes = {}
        while True:
            report = folder / f"report-{virtual}-{time.monotonic_ns()}"
            job = json.dumps({"virtual": virtual, "report": str(report)})
            command = [python, "-m", "pytest", "-p", f"{NAME}.pytests", "--capture=fd", *SETTINGS]
            command += [*(only or library.arguments), *(f"--deselect={test}" for test in outcomes)]
            told, words, trouble = run_reporting(
                command, report, sources, environment | {"PARITY_JOB": job}, fine=(0, 1)
            )
            if not told.outcomes and told.unfinished is None:
                raise Unavailable(f"The tests of {library.name} could not be run: {words}")
            outcomes |= whole(told, words, trouble, library.name)
            if told.unfinished is None:
                return outcomes

    def run_both(only: list[str]) -> tuple[Outcomes, Outcomes]:
        return run(False, only), run(True, only)

    version = "{}.{}".format(*sys.version_info)
    found = compare(f"{library.name} {library.version}", run_both, explanations(library.name, version))
    if found.passed < found.ids / 2:
        raise Unavailable(
            f"Most tests of {found.name} fail on the stock loop: something that they need is missing."
        )
    found.seconds = time.monotonic() - start
    return found


def _environment(library: Library, folder: Path) -> tuple[str, Path]:
    """The Python of a new environment, and the folder of the library's sources."""
    venv.create(folder / "venv", with_pip=True)
    python = str(folder / "venv" / ("Scripts" if os.name == "nt" else "bin") / "python")
    pip = [python, "-m", "pip", "--quiet", "--disable-pip-version-check"]
    wanted = f"{library.name}=={library.version}"
    for step in (
        [*pip, "download", "--no-binary", ":all:", "--no-deps", "--dest", str(folder), wanted],
        [*pip, "install", wanted, *PYTEST, *library.needs],
    ):
        if subprocess.run(step, check=False, capture_output=True).returncode != 0:
            raise Unavailable(
                f"{wanted} and what its tests need could not be installed: is the package index in reach?"
            )
    archive = next(folder.glob("*.tar.gz"))
    with tarfile.open(archive) as tar:
        tar.extractall(folder, filter="data")
    return python, folder / archive.name.removesuffix(".tar.gz")


def _plugin(folder: Path) -> Path:
    """A folder from which an environment can import the player and this package, and nothing else of the project."""
    place = folder / "plugin"
    ignored = shutil.ignore_patterns("__pycache__")
    shutil.copytree(Path(__file__).parent, place / NAME, ignore=ignored)
    shutil.copytree(ROOT / "kata" / "player", place / "kata" / "player", ignore=ignored)
    shutil.copyfile(ROOT / "kata" / "__init__.py", place / "kata" / "__init__.py")
    return place
