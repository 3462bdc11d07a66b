"""Scenarios of write_the_tests: pytest runs the answer in a process of its own, once with each pool.

That process loads pytest once, and forks one child for each pool. A pool is [name, source]. What comes out is one event
for each test that ran: `test`, of the pool, with its name, its outcome, the message and the line where it failed.
"""

import asyncio
import json
import linecache
import os
import sys
import tempfile
from contextlib import ExitStack

AT_ONCE = 7  # pools; a run of 14 which all come to no end is over in time
LONGEST_LINE = 1 << 20

RUNNER = r'''
import gc, json, logging, os, selectors, signal, sys, time
from types import ModuleType

import pytest, pytest_asyncio.plugin, pytest_timeout

wanted = json.load(sys.stdin)
OPTIONS = ["-c", wanted["ini"], "-x", "-q", "--capture=fd", "--color=no", "-p", "no:cacheprovider",
           "-p", "pytest_asyncio.plugin", "-p", "pytest_timeout"]
# No test can notice that these are not there, and every pool would pay for them.
for needless in ("junitxml", "pastebin", "stepwise", "faulthandler", "doctest", "unraisableexception",
                 "threadexception", "setuponly", "setupplan"):
    OPTIONS += ["-p", "no:" + needless]
LONGER = 3  # times as long as with a broken pool
AFTER_A_FAILURE = 1.5  # seconds in which pytest ends, once a test has failed; or it hangs in the end of a loop


class Plugin:
    """Gives the tests their pool, and says what becomes of them."""

    def __init__(self, pool, say, backwards, longer):
        self.pool, self.say, self.backwards, self.longer = pool, say, backwards, longer
        self.seconds = wanted["seconds"]

    @pytest.fixture
    def Pool(self):
        return self.pool

    @pytest.hookimpl(tryfirst=True)
    def pytest_timeout_set_timer(self, item, settings):
        self.seconds = settings.timeout  # maybe by a mark of its own
        settings = settings._replace(timeout=self.seconds * self.longer)
        return pytest_timeout.pytest_timeout_set_timer(item, settings)

    def pytest_runtest_logstart(self, nodeid):
        self.say("begin", test=name(nodeid))

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_makereport(self, item, call):
        report = yield
        if report.when == "call" or report.outcome != "passed":
            outcome = "skipped" if hasattr(report, "wasxfail") else report.outcome
            self.say("test", test=name(item.nodeid), outcome=outcome, **failure(call, self.seconds))
        return report

    def pytest_collection_modifyitems(self, items):
        if self.backwards:
            items.reverse()

    def pytest_warning_recorded(self, warning_message, nodeid):
        if "was never awaited" in str(warning_message.message):
            self.say("unawaited", test=name(nodeid))

    def pytest_collectreport(self, report):
        if report.failed:
            self.say("collect", message=str(report.longrepr).strip()[-300:])


class Lost(logging.Handler):
    """Hears of assertions that fail in tasks at which nobody looks."""

    def __init__(self, say):
        super().__init__()
        self.say = say

    def emit(self, record):
        if record.exc_info and isinstance(record.exc_info[1], AssertionError):
            self.say("lost")


def name(nodeid):
    return nodeid.partition("::")[2][:100]


def failure(call, seconds):
    if call.excinfo is None:
        return {"message": "", "line": None}
    lines = [entry.lineno + 1 for entry in call.excinfo.traceback if str(entry.path) == wanted["tests"]]
    text = str(call.excinfo.value).strip()
    if call.excinfo.typename == "FixtureLookupError":
        text = "there is no fixture %r" % call.excinfo.value.argname
    elif "imeout" in text and call.excinfo.typename == "Failed":
        text = "no end within %g s" % seconds
    elif not call.excinfo.errisinstance((AssertionError, pytest.fail.Exception)):
        text = call.excinfo.typename + ": " * bool(text) + text
    return {"message": text.partition("\n")[0][:300], "line": lines[-1] if lines else None}


def run(pool, source, pipe):
    def say(what, **data):
        os.write(pipe, json.dumps({"what": what, **data}).encode() + b"\n")

    module = ModuleType("pool")
    exec(compile(source, "pool.py", "exec"), module.__dict__)
    logging.getLogger("asyncio").addHandler(Lost(say))
    plugin = Plugin(module.Pool, say, pool in wanted["backwards"], LONGER if pool in wanted["right"] else 1)
    code = pytest.main([*OPTIONS, wanted["tests"]], plugins=[plugin])
    say("over", code=int(code))


class Child:
    def __init__(self, pool):
        self.name, source = pool
        self.pipe, end = os.pipe()
        self.began = self.heard = time.monotonic()
        self.rest = b""
        self.failed = False
        tell(self.name, {"what": "start"})
        self.pid = os.fork()
        if self.pid == 0:
            try:
                nothing = os.open(os.devnull, os.O_RDWR)
                for descriptor in (0, 1, 2):
                    os.dup2(nothing, descriptor)
                wanted["pools"].clear()
                run(self.name, source, end)
            finally:
                os._exit(0)
        os.close(end)

    def read(self):
        """Passes on what the child says; False when it has nothing more to say."""
        data = os.read(self.pipe, 65536)
        self.heard = time.monotonic()
        *lines, self.rest = (self.rest + data).split(b"\n")
        for line in map(json.loads, lines):
            self.failed = self.failed or line.get("outcome") == "failed"
            tell(self.name, line)
        return bool(data)

    def stuck_after_a_failure(self):
        """Nothing more will be heard of it: what hangs is the end of a loop with a task that cannot be cancelled."""
        return self.failed and time.monotonic() - self.heard > AFTER_A_FAILURE

    def late(self):
        now = time.monotonic()
        silent = now - self.heard > wanted["seconds"] + wanted["patience"]
        return "silent" if silent else "slow" if now - self.began > wanted["together"] + wanted["patience"] else None

    def end(self):
        os.close(self.pipe)
        try:
            os.kill(self.pid, signal.SIGKILL)
        except ProcessLookupError:
            pass
        os.waitpid(self.pid, 0)
        tell(self.name, {"what": "end"})


def tell(pool, line):
    print(json.dumps({"pool": pool, **line}), flush=True)


with open(wanted["rehearsal"], "w") as file:
    file.write("async def test_nothing(): pass")
with open(os.devnull, "w") as sys.stdout:
    pytest.main([*OPTIONS, file.name])  # what pytest loads at its first use, no child has to load again
sys.stdout = sys.__stdout__
gc.freeze()
waiting, children = list(wanted["pools"]), set()
with selectors.DefaultSelector() as selector:
    while waiting or children:
        while waiting and len(children) < wanted["at_once"]:
            child = Child(waiting.pop(0))
            children.add(child)
            selector.register(child.pipe, selectors.EVENT_READ, child)
        over = {key.data for key, _ in selector.select(0.2) if not key.data.read()}
        over |= {child for child in children if child.stuck_after_a_failure()}
        for child in children - over:
            if why := child.late():
                tell(child.name, {"what": why})
                over.add(child)
        for child in over:
            selector.unregister(child.pipe)
            child.end()
        children -= over
'''

INI = """
[pytest]
asyncio_mode = auto
asyncio_default_fixture_loop_scope = function
timeout = {seconds}
python_files = *.py
"""


async def suite(exercise, record, pools, seconds, together, patience, right=(), backwards=()):
    """Runs the tests with each pool. `seconds`: for one test; `together`: for all of them with one pool.

    `patience`: seconds that a test which cannot be stopped, and all of them, may take on top of that. `right`: pools
    with which a test may take longer, on a busy machine. `backwards`: those with which the last test comes first.
    """
    with tempfile.TemporaryDirectory(prefix="pools-") as folder:
        ini, tests = os.path.join(folder, "pytest.ini"), os.path.join(folder, "test_pool.py")
        with open(ini, "w", encoding="utf-8") as file:
            file.write(INI.format(seconds=seconds))
        with open(tests, "w", encoding="utf-8") as file:
            file.writelines(linecache.getlines(exercise.__file__))
        rehearsal = os.path.join(folder, "rehearsal.py")
        wanted = {"ini": ini, "tests": tests, "rehearsal": rehearsal, "pools": pools, "at_once": AT_ONCE}
        wanted |= {"seconds": seconds, "together": together, "patience": patience}
        wanted |= {"right": right, "backwards": backwards}
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
        environment["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"
        # The tests are compiled once for all pools, in a folder of their own.
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        pipe = asyncio.subprocess.PIPE
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-P", "-s", "-S", "-c", RUNNER),
            cwd=folder,
            env=environment,
            stdin=pipe,
            stdout=pipe,
            limit=LONGEST_LINE,
        )
        process.stdin.write(json.dumps(wanted).encode())
        process.stdin.close()
        with ExitStack() as still_open:
            spans = {}
            async for line in process.stdout:
                said = json.loads(line)
                what, pool = said.pop("what"), said.pop("pool")
                if what == "start":
                    spans[pool] = still_open.enter_context(ExitStack())
                    spans[pool].enter_context(record.span(pool))
                elif what == "end":
                    spans[pool].close()
                else:
                    record.event(what, pool, **said)
            await process.wait()
