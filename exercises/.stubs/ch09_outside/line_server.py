"""A server and a client that talk in lines.

TCP carries a stream of bytes, and knows nothing of lines. Here a line is UTF-8 text with b"\\n" at its end,
and nothing else ends a line. It may arrive in many pieces, and one piece may hold several lines.

start(handle, host, port) starts a server and returns it: an asyncio.Server that listens. (Port 0: any free one.)
  * for each line that a client sends, `await handle(line)` gives the reply, which goes back to that client as a
    line. `line` is exactly the text that was sent, without its end; it may be empty. Lines have up to 60,000 bytes;
  * replies come in the order of the client's lines; no client waits because of what another one asked for;
  * the line "QUIT" is not handled and gets no reply: the server closes the connection. It does so, too, when the
    client has nothing more to send. Lines that came before are answered first. (Whether a last line
    that has no end is handled is up to you.)
  * if handle raises an Exception, the reply is one line that begins with "ERROR", and the connection goes on;
  * a line of more than 65,536 bytes (none has more than 200,000) gets one such ERROR line as well. No part of it is
    handled. Whether the connection goes on is up to you;
  * a client may vanish at any time, in the middle of a line or of its handling. That ends its connection and
    nothing else; the event loop's exception handler hears nothing of it;
  * when a connection is over, neither the socket nor a task is left of it.

ask(host, port, lines) makes one connection, sends the lines, and returns the list of the replies.
  * there may be more to send and to receive than the buffers on the way can hold;
  * if the connection ends too early, ConnectionError or EOFError comes out, alone or in an ExceptionGroup;
  * however ask ends, its connection gets closed; so it is when it is cancelled.

Try it:  python exercises/ch09_outside/line_server.py
"""

import asyncio
from collections.abc import Awaitable, Callable, Sequence


async def start(
    handle: Callable[[str], Awaitable[str]], host: str = "127.0.0.1", port: int = 0
) -> asyncio.Server:
    raise NotImplementedError


async def ask(host: str, port: int, lines: Sequence[str]) -> list[str]:
    raise NotImplementedError


async def shout(line: str) -> str:
    await asyncio.sleep(0.2)
    if not line:
        raise ValueError("nothing to shout")
    return line.upper() + "!"


async def demo() -> None:
    server = await start(shout)
    host, port = server.sockets[0].getsockname()
    print(await asyncio.gather(ask(host, port, ["hello", "", "well"]), ask(host, port, ["anybody there"])))
    server.close()


if __name__ == "__main__":
    try:
        asyncio.run(demo())
    except NotImplementedError:
        print("Not written yet: start and ask.")
