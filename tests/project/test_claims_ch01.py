"""What popular texts say of coroutines and the event loop, held against the interpreter that runs these tests."""

import subprocess
import sys
import textwrap


def python(program: str) -> subprocess.CompletedProcess[str]:
    """What a program prints and complains about in an interpreter of its own."""
    command = [sys.executable, "-I", "-W", "always", "-c", textwrap.dedent(program)]
    return subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)


def test_a_sleep_that_nobody_awaits_takes_no_time_and_python_says_so() -> None:
    ran = python("""
        import asyncio, time

        async def random_add(delay):
            asyncio.sleep(delay)

        async def main():
            for delay in (5, 8, 2):
                await random_add(delay)

        started = time.monotonic()
        asyncio.run(main())
        print(time.monotonic() - started < 1)
    """)
    assert ran.stdout == "True\n"
    assert ran.stderr.count("RuntimeWarning: coroutine 'sleep' was never awaited") == 3


def test_await_outside_a_coroutine_function_does_not_compile() -> None:
    assert "SyntaxError: 'await' outside function" in python("import asyncio\nawait asyncio.sleep(0)").stderr
    assert "SyntaxError: 'await' outside async function" in python("def f():\n    await f()").stderr


def test_get_event_loop_makes_no_loop_once_asyncio_run_has_closed_one() -> None:
    ran = python("""
        import asyncio

        asyncio.run(asyncio.sleep(0))
        asyncio.get_event_loop()
    """)
    assert "RuntimeError: There is no current event loop" in ran.stderr


def test_asyncio_run_cannot_be_called_inside_a_loop_that_runs() -> None:
    ran = python("""
        import asyncio

        async def main():
            work = asyncio.sleep(0)
            try:
                asyncio.run(work)
            except RuntimeError as error:
                print(error)
                await work

        asyncio.run(main())
    """)
    assert ran.stdout == "asyncio.run() cannot be called from a running event loop\n"


def test_the_decorator_and_the_loop_arguments_of_old_texts_are_gone() -> None:
    ran = python("""
        import asyncio, inspect

        print(hasattr(asyncio, "coroutine"))
        print("loop" in inspect.signature(asyncio.sleep).parameters)
    """)
    assert ran.stdout == "False\nFalse\n"


def test_generator_based_coroutines_are_left_and_await_takes_them_without_an_await_method() -> None:
    ran = python("""
        import asyncio, collections.abc, inspect, types

        @types.coroutine
        def old():
            yield from asyncio.sleep(0).__await__()
            return "done"

        async def main():
            work = old()
            print(type(work).__name__, inspect.isawaitable(work), isinstance(work, collections.abc.Awaitable))
            print(await work)

        asyncio.run(main())
    """)
    assert ran.stdout == "generator True False\ndone\n"


def test_a_coroutine_object_needs_no_loop_to_be_made_and_runs_once() -> None:
    ran = python("""
        import asyncio

        async def brew():
            print("brewing")

        work = brew()
        print("made")
        asyncio.run(work)
        asyncio.run(work)
    """)
    assert ran.stdout == "made\nbrewing\n"
    assert "RuntimeError: cannot reuse already awaited coroutine" in ran.stderr


def test_ensure_future_gives_futures_back_and_create_task_takes_coroutines_only() -> None:
    ran = python("""
        import asyncio

        async def main():
            future = asyncio.get_running_loop().create_future()
            print(asyncio.ensure_future(future) is future)
            try:
                asyncio.create_task(future)
            except TypeError as error:
                print(error)

        asyncio.run(main())
    """)
    assert ran.stdout.startswith("True\na coroutine was expected, got <Future pending")
