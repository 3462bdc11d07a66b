"""Starts a player: `python -P -s -S kata/player/__main__.py warm DESCRIPTOR,...`, or `... once` where nothing can fork.

`... warm DESCRIPTOR,... sandboxed USER` is told that nobody else lives in its process namespace, and whom to become
there (0: nobody else). `... probe` only says that it is here.

For somebody to look on: `... foreground ANSWER SCENARIOS NAME INPUTS`, with the inputs as JSON.

The package is loaded by its place, not through `sys.path`: nothing that lies beside the project can stand in for it,
and the answer cannot import the rest of the project.
"""

import importlib.util
import os
import sys


def _load_package() -> str:
    name = "kata_player"
    folder = os.path.dirname(os.path.abspath(__file__))
    spec = importlib.util.spec_from_file_location(
        name, os.path.join(folder, "__init__.py"), submodule_search_locations=[folder]
    )
    assert spec is not None and spec.loader is not None
    package = importlib.util.module_from_spec(spec)
    sys.modules[name] = package
    spec.loader.exec_module(package)
    return name


def main(arguments: list[str]) -> int | None:
    if arguments[0] == "probe":
        print("here")
        return None
    package = _load_package()
    if arguments[0] == "warm":
        import socket

        warm = importlib.import_module(f"{package}.warm")
        user = int(arguments[3]) if arguments[2:3] == ["sandboxed"] else None
        if user:
            os.setgroups([])
            os.setgid(user)
            os.setuid(user)
        controls = [socket.socket(fileno=int(descriptor)) for descriptor in arguments[1].split(",")]
        warm.serve(controls, sandboxed=user is not None)
        os._exit(0)  # the judge waits
    if arguments[0] == "foreground":
        import json

        foreground = importlib.import_module(f"{package}.foreground")
        code: int = foreground.play(*arguments[1:4], json.loads(arguments[4]))
        return code
    # once: the request comes on standard input, the trace goes to standard output, what the answer prints to error.
    import json

    player = importlib.import_module(f"{package}.play")
    request = json.loads(sys.stdin.buffer.read())
    trace = os.dup(1)
    os.dup2(2, 1)
    importlib.import_module(f"{package}.limits").limit_resources()
    player.play(request, trace)
    return None


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
