"""Perfetto itself opens what `trace --chrome` writes."""

import functools
import json
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from kata.layout import ROOT
from tests.project.chromium import perfetto
from tests.project.devtools import LivePage

TEXT, NUMBER = "str_null", 0  # Perfetto's examples of the kinds of a column
QUERY = """
const found = await app.trace.engine.query(`{sql}`), rows = [];
for (const row = found.iter({columns}); row.valid(); row.next()) rows.push({row});
return rows;
"""


class Handler(SimpleHTTPRequestHandler):
    """Serves the UI, and beside it the trace."""

    def __init__(self, *args: Any, trace: Path, **more: Any) -> None:
        self._trace = trace
        super().__init__(*args, **more)

    def translate_path(self, path: str) -> str:
        return str(self._trace) if path == "/trace.json" else super().translate_path(path)

    def log_message(self, *words: object) -> None:
        pass


@pytest.fixture
def trace(tmp_path: Path) -> Path:
    path = tmp_path / "trace.json"
    command = [sys.executable, str(ROOT / "grade.py"), "trace", "customers_shops", "--solution"]
    subprocess.run([*command, "--chrome", str(path)], stdout=subprocess.DEVNULL, check=False)
    return path


@pytest.fixture
def page(trace: Path, tmp_path: Path) -> Iterator[LivePage]:
    handler = functools.partial(Handler, trace=trace, directory=str(perfetto()))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        home = f"http://localhost:{server.server_port}"
        try:
            with LivePage(f"{home}/#!/?url={home}/trace.json", tmp_path / "profile") as page:
                yield page
        finally:
            server.shutdown()


def asked(page: LivePage, sql: str, **columns: object) -> list[Any]:
    names = ", ".join(f"{name}: row.{name}" for name in columns)
    return page.ask(  # type: ignore[no-any-return]
        QUERY.replace("{sql}", sql).replace("{columns}", json.dumps(columns)).replace("{row}", f"{{{names}}}")
    )


def test_perfetto_opens_a_trace(page: LivePage, trace: Path) -> None:
    patience = time.monotonic() + 90
    while not page.ask("return Boolean(globalThis.app?.trace?.engine)"):
        assert time.monotonic() < patience, page.ask("return document.body.innerText")
        time.sleep(0.2)
    written = json.loads(trace.read_text(encoding="utf-8"))["traceEvents"]
    drawn = [event for event in written if event["ph"] in ("X", "i")]
    assert drawn
    slices = asked(page, "select name from slice", name=TEXT)
    assert sorted(found["name"] for found in slices) == sorted(event["name"] for event in drawn)
    tracks = {found["name"] for found in asked(page, "select name from thread", name=TEXT)}
    named = {event["args"]["name"] for event in written if event["name"] == "thread_name"}
    assert named <= tracks
    troubles = "select name, value from stats where severity in ('error', 'data_loss') and value > 0"
    assert asked(page, troubles, name=TEXT, value=NUMBER) == []
