"""Judges answers: a request as one line of JSON on standard input, one line of JSON for each answer on standard output.

request  {"clock": "virtual" | "wall", "seed": 7, "answers": [{"exercise": NAME, "path": FILE}, ...],
          "steps": true,            # optional: every trace tells the steps of the event loop
          "only": [TEST, ...],      # optional: the tests to run, by name; each must be there, and no other is reported
          "workers": 2,             # optional: in how many processes; results then come in any order
          "sandboxed": true,        # optional: answers run in a sandbox, and none of them if there is none to be had
          "keep": true,             # optional: "runs" of a result hold all that came back; its tests name theirs
          "processors": 1,          # optional: how many of the machine's are this judge's, beside others; else all
          "wait": true}             # optional: get everything ready, say {"ready": true}, and wait for one more line
          An answer may also have an "owner" (answers of two owners share no process), a "seed" of its own, and "kept":
          a file of runs from an earlier result, compressed JSON, which are not played again.
result   {"exercise", "path", "verdict", "diagnosis", "seconds", "scenario_seconds", "played", "tests": [...]}
at last  {"done": true}
"""

import functools
import gc
import gzip
import json
import os
import signal
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, BinaryIO

os.environ["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"  # only what the judge itself asks for

import pytest
import pytest_asyncio.plugin  # noqa: F401  # before the workers are forked, not in each of them
import pytest_timeout  # type: ignore[import-untyped]  # noqa: F401

from ..layout import Layout
from ..manifest import Manifest, load
from . import players, plugin, sandbox
from .ahead import Places
from .answers import Answer
from .packages import MissingPackage
from .session import JudgeSession
from .warm import Warm
from .workers import can_fork, fair_shares, judge_in_shares

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
    "unraisableexception",  # it collects garbage again and again before it leaves
    "threadexception",
)

# Answers that one process judges, at most where there are many: in real time, and otherwise.
A_FEW = 2
MANY = 50


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

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> None:
        """All is loaded and collected; whoever wants it at once may have it wait here."""
        session.config.option.tbstyle = (
            "line"  # nobody reads them, and long ones are most of what a failure costs
        )
        self._session.before_the_first_test()

    @pytest.hookimpl(wrapper=True)
    def pytest_timeout_set_timer(self, settings: Any) -> Any:
        """pytest-timeout's own handler writes to pytest's terminal, which is not there, before it ends a test."""
        known = yield
        if settings.method == "signal":
            signal.signal(
                signal.SIGALRM, lambda number, frame: pytest.fail(f"Timeout: {settings.timeout:g} s")
            )
        return known

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        if report.failed:
            print(report.longreprtext, file=sys.stderr)


def serve(warm: Sequence[Warm] = ()) -> int:
    """Judges what is asked for, with these warm players to begin with; the exit code."""
    layout = Layout()
    manifest = load(layout.manifest)
    gc.freeze()  # a worker that looked for garbage in all that is loaded would copy it
    gc.enable()
    request = json.loads(sys.stdin.readline())
    results = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # whatever pytest prints is not a result
    if request.get("sandboxed") and sandbox.obstacle() is not None:
        print(sandbox.obstacle(), file=sys.stderr)
        return 4
    answers = [_answer(wanted) for wanted in request["answers"]]
    workers = min(request.get("workers", 1), len(answers))
    places = Places.for_heavy_runs(request.get("processors"))

    def judge_share(part: int, share: Sequence[Answer], results: BinaryIO) -> int:
        player = warm[part] if part < len(warm) else None
        return judge(share, request, results, layout, manifest, places, player)

    if workers > 1 and can_fork():
        shares = _shares(answers, request["clock"], workers, layout, manifest)
        code = judge_in_shares(shares, judge_share, results, workers)
    else:
        code = judge_share(0, answers, results)
    for player in warm:
        player.close()
    if code == 0:
        results.write(b'{"done": true}\n')
        results.flush()
    return code


def _shares(
    answers: Sequence[Answer], clock: str, workers: int, layout: Layout, manifest: Manifest
) -> list[list[Answer]]:
    """The answers for each process; there may be many more shares than processes at a time.

    In real time some answers take a second and some a minute, and nobody knows which. A process that ends makes room
    for one more, so small shares leave nobody without work; but each process costs something to start.
    """
    size = max(1, min(A_FEW, len(answers) // workers)) if clock == "wall" else MANY
    if clock == "wall" or len(answers) > workers * size:
        return [[*answers[first : first + size]] for first in range(0, len(answers), size)]

    @functools.cache
    def cost(exercise: str) -> int:
        """Its number of tests."""
        files = layout.tests(manifest[exercise].chapter, exercise)
        return sum(path.read_bytes().count(b"def test_") for path in files)

    return fair_shares(answers, workers, lambda answer: cost(answer.exercise))


def _answer(wanted: dict[str, Any]) -> Answer:
    answer = Answer(wanted["exercise"], Path(wanted["path"]), wanted.get("owner", ""), wanted.get("seed"))
    if "kept" in wanted:
        with gzip.open(wanted["kept"], "rt", encoding="utf-8") as file:
            answer.runs = json.load(file)
    return answer


def judge(
    answers: Sequence[Answer],
    request: dict[str, Any],
    results: BinaryIO,
    layout: Layout,
    manifest: Manifest,
    places: Places | None = None,
    warm: Warm | None = None,
) -> int:
    """Judges these answers, a line for each. The exit code: 3 when not every test could be reported."""

    def emit(result: dict[str, Any]) -> None:
        results.write(json.dumps(result).encode() + b"\n")
        results.flush()

    by_exercise: dict[str, list[Answer]] = {}
    for answer in answers:
        by_exercise.setdefault(answer.exercise, []).append(answer)
    session = JudgeSession(
        request["clock"], request["seed"], by_exercise, steps=request.get("steps", False), emit=emit
    )
    session.sandboxed, session.keep = request.get("sandboxed", False), request.get("keep", False)
    if warm is not None and not session.sandboxed:
        session.players = players.ForkedPlayers(warm=warm)
    session.places = places
    session.only = frozenset(request["only"]) if "only" in request else None
    if request.get("wait"):
        session.before_the_first_test = lambda: _wait_for_the_word(session, results)
    try:
        session.learn_of(manifest[name] for name in by_exercise)
    except MissingPackage as error:
        print(error, file=sys.stderr)
        return 4
    files = [path for name in by_exercise for path in layout.tests(manifest[name].chapter, name)]
    options = [f"--rootdir={layout.root}", f"-c{layout.root / 'pyproject.toml'}", "--capture=no"]
    options += [f"-p{name}" for name in PLUGINS] + [f"-pno:{name}" for name in NEEDLESS]
    code = pytest.main([*options, *map(str, files)], plugins=[Setup(session)])
    missing = session.unreported()
    if code not in (pytest.ExitCode.OK, pytest.ExitCode.TESTS_FAILED) or missing:
        print(f"pytest ended with {code!r}; tests not reported: {missing}", file=sys.stderr)
        return 3
    return 0


def _wait_for_the_word(session: JudgeSession, results: BinaryIO) -> None:
    """Get the players ready, say so, and go on with the next line of the request; no line, no tests."""
    if session.players is None:
        session.players = players.players(sandboxed=session.sandboxed, visible=session.visible)
    session.players.start()
    results.write(b'{"ready": true}\n')
    results.flush()
    if not sys.stdin.readline():
        session.players.close()
        os._exit(0)
