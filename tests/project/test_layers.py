"""Who may import whom, how big a file may grow, and what no file may name."""

import ast
import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SIDES = ("player", "judge", "front")
STANDARD = frozenset(sys.stdlib_module_names)
LONGEST = 400  # lines
HOSTS = (
    b"pypi" + b".",
    b"python" + b"hosted",
    b"registry.npm" + b"js",
)  # in pieces: this file must not name them


def modules(root: Path = ROOT) -> list[Path]:
    return sorted(path for path in (root / "kata").rglob("*.py"))


def side(path: Path, root: Path = ROOT) -> str | None:
    """The side of the grader that a file of kata is on, None for what they have in common."""
    first = path.relative_to(root / "kata").parts[0]
    return first if first in SIDES else None


def imports(path: Path, root: Path = ROOT) -> Iterator[tuple[str, bool]]:
    """Every module that a file imports, wherever in the file, and whether it says so relatively."""
    package = path.relative_to(root).parent.parts
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"), str(path))):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield alias.name, False
        elif isinstance(node, ast.ImportFrom):
            base = [*package[: len(package) - node.level + 1]] if node.level else []
            base += [node.module] if node.module else []
            for alias in node.names:  # "from kata import front" imports kata.front
                yield ".".join([*base, alias.name]), bool(node.level)


def within(module: str, package: str) -> bool:
    return module == package or module.startswith(package + ".")


def trespasses(root: Path = ROOT) -> list[str]:
    """What the files of kata import and may not, one line each."""
    found = []
    for path in modules(root):
        mine = side(path, root)
        for module, relative in imports(path, root):
            others = [other for other in SIDES if other != mine and within(module, f"kata.{other}")]
            own = relative and within(module, "kata.player")
            foreign = mine == "player" and not own and module.partition(".")[0] not in STANDARD
            if others or foreign:
                found.append(f"{path.relative_to(root).as_posix()} imports {module}")
    return found


def test_no_side_imports_another_and_the_player_only_the_standard_library() -> None:
    assert trespasses() == []


@pytest.mark.parametrize(
    ("place", "line", "allowed"),
    [
        ("player/a.py", "import asyncio, os.path", True),
        ("player/a.py", "from . import b", True),
        ("player/a.py", "from .b import c", True),
        ("player/inner/a.py", "from ..b import c", True),
        ("player/a.py", "import kata.player.b", False),
        ("player/a.py", "from kata import layout", False),
        ("player/a.py", "from .. import layout", False),
        ("player/a.py", "def f():\n    import pytest", False),
        ("judge/a.py", "import pytest\nfrom kata.layout import Layout", True),
        ("judge/a.py", "from kata.player import b", False),
        ("judge/a.py", "from kata import front", False),
        ("judge/a.py", "from ..player.b import c", False),
        ("front/a.py", "from kata.front import b\nfrom kata import layout", True),
        ("front/a.py", "def f():\n    from kata import judge", False),
        ("front/a.py", "import kata.player.b as b", False),
        ("layout.py", "import kata.manifest", True),
        ("layout.py", "from .front import cli", False),
        ("layout.py", "from . import judge", False),
    ],
)
def test_the_rule_itself(tmp_path: Path, place: str, line: str, allowed: bool) -> None:
    path = tmp_path / "kata" / place
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(line, encoding="utf-8")
    assert (trespasses(tmp_path) == []) is allowed


def test_the_bootstrap_imports_the_standard_library_and_then_the_front() -> None:
    tree = ast.parse((ROOT / "grade.py").read_text(encoding="utf-8"), feature_version=(3, 7))
    foreign = {name for name, _ in imports(ROOT / "grade.py") if name.partition(".")[0] not in STANDARD}
    at_the_top = [node for node in tree.body if isinstance(node, ast.ImportFrom)]
    assert foreign == {"kata.front.cli"}
    assert all(node.module and not node.module.startswith("kata") for node in at_the_top)


@pytest.mark.parametrize("path", modules(), ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_file_is_short_and_named_after_what_it_is(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST
    names = path.relative_to(ROOT).with_suffix("").parts
    assert not {"util", "utils", "helper", "helpers", "common", "misc"}.intersection(names)


def files(root: Path) -> Iterator[Path]:
    """All files of the project, without what tools and set-ups leave beside them."""
    for folder, inner, names in os.walk(root):
        inner[:] = [
            name for name in inner if name == ".ci" or not name.startswith((".", "__pycache__", "venv"))
        ]
        yield from (Path(folder, name) for name in names)


def naming(root: Path) -> list[str]:
    return [path.name for path in files(root) if any(host in path.read_bytes().lower() for host in HOSTS)]


def test_no_file_names_a_package_index() -> None:
    assert naming(ROOT) == []


def test_a_file_that_names_a_package_index_would_be_found(tmp_path: Path) -> None:
    (tmp_path / ".ci").mkdir()
    (tmp_path / ".ci" / "run").write_bytes(b"curl https://PyPI" + b".org/simple")
    (tmp_path / "notes.md").write_bytes(b"nothing of the kind")
    assert naming(tmp_path) == ["run"]
