"""The pytest plugin: fixtures for the tests of exercises, and the record of what they say.

`pytest tests/ch02_tasks/test_two_workers.py` by hand judges the learner's own file; `python -m kata.judge` judges the
answers that it is asked for.
"""

import inspect
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from ..layout import Layout
from ..manifest import load
from .ahead import Gate, Rehearsal, rehearse
from .answers import Answer
from .instant import tolerate
from .players import Players, players
from .run import Runner, no_explanation
from .session import JudgeSession, TestReport

SESSION = pytest.StashKey[JudgeSession]()
IN_REAL_TIME = pytest.StashKey[dict[int, list[pytest.Item]]]()  # tests by the id of their answer
HIDDEN = "_hidden"
# Runs of one answer in real time that are under way at once: of exercises about threads, processes and sockets, and of
# those that only wait.
WORKING_AT_ONCE = 4
WAITING_AT_ONCE = 16


def exercise_of(module: Path) -> str:
    """The exercise that a test module belongs to, by its name."""
    return module.stem.removeprefix("test_").removesuffix(HIDDEN)


def pytest_addoption(parser: pytest.Parser) -> None:
    group = parser.getgroup("kata")
    group.addoption(
        "--clock", choices=["virtual", "wall"], default="virtual", help="the clock that scenarios run on"
    )
    group.addoption("--seed", type=int, default=None, help="repeat the random inputs of an earlier run")
    group.addoption("--answers", default="exercises", help="the folder whose answers are judged")


def pytest_configure(config: pytest.Config) -> None:
    session = config.stash.get(SESSION, None)
    if session is None:
        seed = config.getoption("--seed")
        session = JudgeSession(
            config.getoption("--clock"), random.randrange(1_000_000) if seed is None else seed
        )
        session.learn_of(load(Layout().manifest).exercises)
        config.stash[SESSION] = session
    config.stash[IN_REAL_TIME] = {}
    tolerate(session.clock)


def pytest_report_header(config: pytest.Config) -> str:
    session = config.stash[SESSION]
    return f"kata: clock {session.clock}, seed {session.seed}"


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    session = metafunc.config.stash[SESSION]
    if session.answers is not None and "answer" in metafunc.fixturenames:
        answers = session.answers.get(exercise_of(Path(metafunc.module.__file__)), [])
        ids = [str(number) for number in range(len(answers))]
        metafunc.parametrize("answer", answers, ids=ids, indirect=True)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Visible tests first, and one answer after the other."""
    session = config.stash[SESSION]
    if session.answers is not None:
        items.sort(key=_place)
        reports = [_report_of(item) for item in items]
        session.expect(reports)
        for item, report in zip(items, reports, strict=True):
            if report.answer is not None and session.clock_of(report.answer.exercise) == "wall":
                config.stash[IN_REAL_TIME].setdefault(id(report.answer), []).append(item)


def _place(item: pytest.Item) -> tuple[str, str, int, bool]:
    answer = item.callspec.params.get("answer") if hasattr(item, "callspec") else None
    owner = answer.owner if answer is not None else ""
    return owner, exercise_of(item.path), _answer_number(item), item.path.stem.endswith(HIDDEN)


def _answer_number(item: pytest.Item) -> int:
    callspec = getattr(item, "callspec", None)
    return (
        int(callspec.id.split("-")[0]) if callspec is not None and callspec.id.split("-")[0].isdigit() else 0
    )


def _report_of(item: pytest.Item) -> TestReport:
    answer = item.callspec.params.get("answer") if hasattr(item, "callspec") else None
    name = getattr(item, "originalname", item.name)
    return TestReport(answer, name, item.path.stem.endswith(HIDDEN))


@pytest.fixture(scope="session")
def kata_players(pytestconfig: pytest.Config) -> Iterator[Players]:
    """The warm player of this process."""
    session = pytestconfig.stash[SESSION]
    yield _players_of(session)
    assert session.players is not None
    session.players.close()


def _players_of(session: JudgeSession) -> Players:
    if session.players is None:
        session.players = players(sandboxed=session.sandboxed, visible=session.visible)
    return session.players


@pytest.fixture
def answer(request: pytest.FixtureRequest) -> Answer:
    """The answer under test."""
    if hasattr(request, "param"):
        assert isinstance(request.param, Answer)
        return request.param
    test = request.path
    folder = Path(request.config.getoption("--answers"))
    base = Layout().root / folder
    name = exercise_of(test)
    return Answer(name, base / test.parent.name / f"{name}.py")


@pytest.fixture
def run(request: pytest.FixtureRequest, answer: Answer, kata_players: Players) -> Runner:
    """Plays scenarios: see `kata.judge.run.Runner`."""
    return _runner(request.node, answer, kata_players)


def _runner(test: pytest.Function, answer: Answer, players: Players) -> Runner:
    session = test.config.stash[SESSION]
    return Runner(
        answer=answer,
        scenarios=test.path.parent / f"{answer.exercise}.py",
        clock=session.clock_of(answer.exercise),
        players=players,
        explain=getattr(test.module, "explain", no_explanation),
        rng=_random_for(test, answer, "ties"),
        steps=session.steps,
        packages=session.packages.get(answer.exercise, []),
    )


@pytest.fixture
def rng(request: pytest.FixtureRequest, answer: Answer) -> random.Random:
    """Random inputs, the same for every answer and for every run with the same seed."""
    return _random_for(request.node, answer, "inputs")


def _random_for(test: pytest.Function, answer: Answer, purpose: str) -> random.Random:
    seed = test.config.stash[SESSION].seed if answer.seed is None else answer.seed
    return random.Random(f"{seed} {test.path.stem} {test.originalname} {purpose}")


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_protocol(item: pytest.Item) -> Any:
    """Before the first test of an answer in real time, its runs; no test's own limit on time is running yet."""
    session, report = item.config.stash[SESSION], _report_of(item)
    if session.answers is not None:
        session.begin(report)
    tests = item.config.stash[IN_REAL_TIME].pop(id(report.answer), [])
    if report.answer is not None and tests:
        rehearsals = _rehearsals(tests, report.answer, _players_of(session))
        rehearse(report.answer, rehearsals, _gate(session, report.answer.exercise))
    return (yield)


def _gate(session: JudgeSession, exercise: str) -> Gate:
    at_once = WORKING_AT_ONCE if exercise in session.clocks else WAITING_AT_ONCE
    return Gate(at_once, session.places if exercise in session.heavy else None)


def _rehearsals(tests: list[pytest.Item], answer: Answer, players: Players) -> Iterator[Rehearsal]:
    for test in tests:
        assert isinstance(test, pytest.Function)
        given = {"run": _runner(test, answer, players), "rng": _random_for(test, answer, "inputs")}
        wanted = inspect.signature(test.obj).parameters
        if given.keys() >= wanted.keys():
            yield Rehearsal(test.obj, {name: given[name] for name in wanted})


@pytest.hookimpl(wrapper=True)
def pytest_pyfunc_call(pyfuncitem: pytest.Function) -> Any:
    """After a test that passed, what its runs left behind."""
    outcome = yield
    runner = pyfuncitem.funcargs.get("run")
    if isinstance(runner, Runner):
        runner.check_what_is_left()
    return outcome


def pytest_assertrepr_compare(config: pytest.Config, op: str, left: object, right: object) -> None:
    config.stash[SESSION].compared = (op, left, right)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[None]) -> Any:
    report = yield
    session = item.config.stash[SESSION]
    if session.answers is not None and (report.when == "call" or report.outcome != "passed"):
        runner = getattr(item, "funcargs", {}).get("run")
        error = call.excinfo.value if call.excinfo is not None else None
        session.report(_report_of(item), error, runner if isinstance(runner, Runner) else None)
    return report
