"""Judges answers: a request as JSON on standard input, one line of JSON for each answer on standard output.

request  {"clock": "virtual" | "wall", "seed": 7, "answers": [{"exercise": NAME, "path": FILE}, ...],
          "steps": true,            # optional: every trace tells the steps of the event loop
          "only": [TEST, ...]}      # optional: the tests to run, by name; each must be there, and no other is reported
result   {"exercise", "path", "verdict", "diagnosis", "seconds", "scenario_seconds", "tests": [...]}
at last  {"done": true}
"""

import json
import os
import sys
from pathlib import Path
from typing import Any

os.environ["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"  # only what the judge itself asks for

import pytest

from ..layout import Layout
from ..manifest import load
from . import plugin
from .answers import Answer
from .session import JudgeSession

PLUGINS = ("pytest_asyncio.plugin", "pytest_timeout", "kata.judge.plugin")
NEEDLESS = (
    "terminal",
    "cacheprovider",
    "junitxml",
    "pastebin",
    "stepwise",
    "faulthandler",
    "doctest",
    "unittest",
    "logging",
)


class Setup:
    """Hands the session to the plugin before it is configured."""

    def __init__(self, session: JudgeSession) -> None:
        self._session = session

    @pytest.hookimpl(tryfirst=True)
    def pytest_configure(self, config: pytest.Config) -> None:
        config.stash[plugin.SESSION] = self._session

    @pytest.hookimpl(tryfirst=True)
    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        if self._session.only is not None:
            names = [getattr(item, "originalname", item.name) for item in items]
            missing = sorted(self._session.only.difference(names))
            if missing:
                raise pytest.UsageError(f"there is no test {', '.join(missing)}")
            items[:] = [item for item, name in zip(items, names, strict=True) if name in self._session.only]

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        if report.failed:
            print(report.longreprtext, file=sys.stderr)


def main() -> int:
    request = json.load(sys.stdin)
    results = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)  # whatever pytest prints is not a result

    def emit(result: dict[str, Any]) -> None:
        results.write(json.dumps(result) + "\n")
        results.flush()

    answers: dict[str, list[Answer]] = {}
    for wanted in request["answers"]:
        answers.setdefault(wanted["exercise"], []).append(Answer(wanted["exercise"], Path(wanted["path"])))
    session = JudgeSession(
        request["clock"], request["seed"], answers, steps=request.get("steps", False), emit=emit
    )
    session.only = frozenset(request["only"]) if "only" in request else None
    layout = Layout()
    manifest = load(layout.manifest)
    session.clocks = {name: "wall" for name in answers if manifest[name].clock == "wall"}
    files = [path for name in answers for path in layout.tests(manifest[name].chapter, name)]
    options = [f"--rootdir={layout.root}", f"-c{layout.root / 'pyproject.toml'}", "--capture=no"]
    options += [f"-p{name}" for name in PLUGINS] + [f"-pno:{name}" for name in NEEDLESS]
    code = pytest.main([*options, *map(str, files)], plugins=[Setup(session)])
    missing = session.unreported()
    if code not in (pytest.ExitCode.OK, pytest.ExitCode.TESTS_FAILED) or missing:
        print(f"pytest ended with {code!r}; tests not reported: {missing}", file=sys.stderr)
        return 3
    emit({"done": True})
    return 0


if __name__ == "__main__":
    sys.exit(main())
