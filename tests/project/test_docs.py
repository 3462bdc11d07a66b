"""The pages under kata/docs and the README: what they name is there."""

import re
from pathlib import Path

import pytest

from kata.front.commands import COMMANDS
from kata.front.commands.grade import grade
from kata.front.judging import VERDICTS
from kata.front.watch.app import Watch
from kata.layout import ROOT
from tests.project import command_reference

PAGES = [ROOT / "README.md", *sorted((ROOT / "kata" / "docs").glob("*.md"))]


def test_the_command_reference_is_what_the_commands_say():
    assert command_reference.FILE.read_text(encoding="utf-8") == command_reference.text(), (
        "run  python -m tests.project.command_reference"
    )


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_leads_somewhere(page):
    for target in re.findall(r"\]\(([^)#]+)", page.read_text(encoding="utf-8")):
        assert (page.parent / target).exists(), target


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_command_that_is_named_is_there(page):
    for line in re.findall(r"python3 grade\.py ([^`#|\n]*)", page.read_text(encoding="utf-8")):
        first = line.split()[0] if line.split() else "NAME"
        two = " ".join(line.split()[:2])
        command = COMMANDS.get(two) or COMMANDS.get(first, grade)
        names_no_command = not first.isalpha() or first.isupper()  # an option, an exercise, or NAME
        assert command is not grade or names_no_command, f"there is no command {first}"
        options = {option for one in command.params for option in one.opts} | {"--help"}
        assert set(re.findall(r"(?<![\w-])--[a-z]+", line)) <= options, line


def test_the_readme_leads_to_every_page():
    linked = re.findall(r"\]\((kata/docs/[^)]+)", (ROOT / "README.md").read_text(encoding="utf-8"))
    assert {Path(one).name for one in linked} == {page.name for page in PAGES[1:]}


def test_every_verdict_is_explained_in_its_order():
    text = (ROOT / "kata" / "docs" / "verdicts.md").read_text(encoding="utf-8")
    assert tuple(re.findall(r"^\| `(\w+)` \|", text, re.MULTILINE)) == VERDICTS


def test_every_key_of_watch_is_explained():
    text = (ROOT / "kata" / "docs" / "learning.md").read_text(encoding="utf-8")
    table = text[text.index("| key |") : text.index("The mouse")]
    keys = {"/" if one.key == "slash" else one.key for one in Watch.BINDINGS if one.show}
    assert set(re.findall(r"`(.)`", table)) == keys
