"""A page of a real browser that can be asked while it lives, by the DevTools protocol over two pipes.

Source of the protocol: the Chrome DevTools Protocol's pages on Target, Runtime and on --remote-debugging-pipe, which
reads messages at descriptor 3 and writes them at descriptor 4, each with a NUL byte at its end.
"""

import json
import os
import shlex
import subprocess
from pathlib import Path
from typing import Any, Self

from .chromium import HEADLESS, browser


class LivePage:
    """One page at an address. `folder` holds the browser's profile."""

    def __init__(self, address: str, folder: Path) -> None:
        self._address = address
        self._folder = folder
        self._asked = 0
        self._heard = b""

    def __enter__(self) -> Self:
        theirs_in, self._say = os.pipe()
        self._hear, theirs_out = os.pipe()
        options = [*HEADLESS, "--remote-debugging-pipe", f"--user-data-dir={self._folder}", "about:blank"]
        redirected = f"exec {shlex.join([browser(), *options])} 3<&{theirs_in} 4>&{theirs_out}"
        self._process = subprocess.Popen(
            ["bash", "-c", redirected], pass_fds=[theirs_in, theirs_out], stderr=subprocess.DEVNULL
        )
        os.close(theirs_in)
        os.close(theirs_out)
        target = self._call("Target.createTarget", url=self._address)["targetId"]
        self._session = self._call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        return self

    def __exit__(self, *exc_info: object) -> None:
        self._process.kill()
        self._process.wait()
        os.close(self._say)
        os.close(self._hear)

    def ask(self, script: str) -> Any:
        """What the body of an async function returns in the page, as plain data. RuntimeError when it throws."""
        said = self._call(
            "Runtime.evaluate",
            expression=f"(async () => {{ {script} }})()",
            awaitPromise=True,
            returnByValue=True,
            session=self._session,
        )
        if "exceptionDetails" in said:
            raise RuntimeError(said["exceptionDetails"]["exception"].get("description"))
        return said["result"].get("value")

    def _call(self, method: str, session: str | None = None, **params: Any) -> dict[str, Any]:
        self._asked += 1
        message = {"id": self._asked, "method": method, "params": params}
        if session is not None:
            message["sessionId"] = session
        os.write(self._say, json.dumps(message).encode() + b"\0")
        while (answer := self._message()).get("id") != self._asked:
            pass
        result: dict[str, Any] = answer["result"]
        return result

    def _message(self) -> dict[str, Any]:
        while b"\0" not in self._heard:
            data = os.read(self._hear, 1 << 16)
            if not data:
                raise RuntimeError("the browser is gone")
            self._heard += data
        message, self._heard = self._heard.split(b"\0", 1)
        answer: dict[str, Any] = json.loads(message)
        return answer
