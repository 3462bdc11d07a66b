"""subprocess_run: everything that a program reads and writes, a limit to its time, and nothing left of it."""

import zlib

from kata.judge import seconds

BLOCK = bytes(range(256)) * 64
ALARM = -14  # the exit code of a program that ended itself because it had lived for too long
FAR = 9  # real seconds by which a busy machine will not be late, and a program still lives


async def well(run, scenario, **inputs):
    """A run that must end well. That the event loop is free is proved by programs which ask it something."""
    trace = await play(run, scenario, **inputs)
    if not given_up(trace):
        for call in trace.calls:
            assert call.error is None, came_out(trace) or f"{call.text} raised {call.error}{line(call.error)}"
    return trace


async def play(run, scenario, **inputs):
    """A run that may end in any way. What is left is looked at before what Python complains of."""
    return (await run.allow("blocked").play(scenario, **inputs)).allow("leftovers", "warnings")


async def test_what_a_program_says(run):
    trace = await well(run, "plain", name="shout", stdin="hello", code=0)
    check(trace, "shout", 0, b"HELLO", b"5 bytes")


async def test_an_exit_code_is_a_result(run):
    trace = await well(run, "plain", name="shout", stdin="hello", code=3)
    check(trace, "shout", 3, b"HELLO", b"5 bytes")


async def test_a_program_that_writes_a_lot(run):
    trace = await well(run, "plain", name="flood", floods=["both"], blocks=40)
    check(trace, "flood", 0, BLOCK * 40, BLOCK[::-1] * 40)


async def test_arguments_arrive_as_they_are(run):
    words = ["two words", "; exit 5", "*", "$HOME", "'", ""]
    trace = await well(run, "arguments", words=words)
    check(trace, "arguments", 0, repr(words).encode(), b"")


async def test_the_event_loop_is_free(run):
    trace = await well(run, "together", count=1)
    check_calls(trace, ["program 1"])


async def test_programs_run_at_the_same_time(run):
    trace = await well(run, "together", count=2)
    check_calls(trace, ["program 1", "program 2"])


async def test_a_program_that_takes_too_long(run):
    trace = await play(run, "limited", seconds=1)
    check_limited(trace, 1)


async def test_a_caller_who_is_cancelled(run):
    trace = await play(run, "broken_off")
    check_broken_off(trace)


# Why an answer fails these tests.


def given_up(trace):
    return bool(trace.happened("stuck"))


def came_out(trace):
    error, name = trace.error, trace.inputs.get("name", "")
    leaves = error.leaves()
    if any(leaf.is_a("BrokenPipeError") or leaf.is_a("ConnectionResetError") for leaf in leaves):
        return (
            f"the program ended without reading its input, and run raised {leaves[0].type}{line(error)}: "
            "a program need not read, and it has given an answer all the same"
        )
    if any(leaf.is_a("UnicodeDecodeError") for leaf in leaves):
        return f"run took what the program wrote for text{line(error)}: a program writes bytes, any bytes"
    if error.is_a("TimeoutError") or error.type == "TimeoutExpired":
        return f"{name or 'the program'} needed far less time than it had, but run raised {error.type}"
    if error.type == "TypeError" and "not list" in error.text:
        return f"the whole list was handed over as if it were the program{line(error)}"
    if trace.inputs.get("code") and error.text:
        return f"the program ended with exit code {trace.inputs['code']}, and run raised {error.type}: it is a result"
    return None


def check(trace, name, code, out, err):
    """One program has ended well and everything that it wrote has come back."""
    assert not trace.happened("stuck"), deadlock(trace)
    ended = one_result(trace, name)
    assert ended["code"] != ALARM, deadlock(trace)
    no_shell(trace, ended)
    for stream, wanted in (("out", out), ("err", err)):
        observed = ended[stream]
        assert observed["kind"] == "bytes", (
            f"std{stream} must be bytes: a program writes bytes, and only its author knows whether they are text"
        )
        assert observed["size"] == len(wanted), size(trace, stream, ended, out, err)
        assert observed["sum"] == zlib.crc32(wanted), (
            f"std{stream} has as many bytes as the program wrote, but they are others"
        )
    assert ended["code"] == code, f"the program's exit code is {code}, and run must return it as it is"
    nothing_left(trace)


def one_result(trace, name):
    ended = trace.happened("ended", name)
    assert ended, (
        f"run must return a tuple of exit code, stdout and stderr, and returned {short(trace.call.result)}"
    )
    return ended[0].data


def short(value):
    text = repr(value)
    return text if len(text) < 40 else text[:38] + "…"


def deadlock(trace):
    head = "each waited for the other until the program ended itself: "
    name = trace.inputs.get("name")
    if name == "shout":
        return head + "it reads its input to the end, and nobody had closed its stdin"
    if name == "copy":
        return head + (
            "it could not write, because nobody read, and so it did not read on; whoever writes all of the "
            "input before the first byte is read will never be done with it"
        )
    if name == "flood":
        return head + (
            "it was stopped because a pipe was full, and run did not read that one: it read the other first, or "
            "waited for the end of the program"
        )
    return "run went on waiting when the program had long ended"


def size(trace, stream, ended, out, err):
    observed = ended[stream]["size"]
    both = len(out) + len(err)
    if stream == "out" and observed == both and ended["err"].get("size", 0) == 0:
        return "stdout and stderr came back in one: they are two streams and two results"
    if ended["out"].get("size") == len(err) and ended["err"].get("size") == len(out) and out != err:
        return "stdout and stderr have changed places"
    wanted = len(out if stream == "out" else err)
    if not observed and trace.inputs.get("stdin") and stream == "out":
        return "the program said nothing, because its input did not reach it"
    if observed == len((out if stream == "out" else err).strip()):
        return f"the program wrote {wanted} bytes to std{stream}, and {observed} came back: spaces are bytes, too"
    if observed > wanted and trace.inputs.get("name") == "shout":
        return "the program read other bytes than `stdin` has, for it wrote more than it could have made of those"
    if observed < wanted:
        return (
            f"the program wrote {wanted} bytes to std{stream}, and {observed} of them came back: one read gives "
            "what is there, not what is still to come"
        )
    return f"the program wrote {wanted} bytes to std{stream}, and {observed} came back"


def no_shell(trace, ended):
    if trace.scenario == "arguments":
        assert ended["code"] == 0 and ended["err"].get("size", 0) == 0, (
            "the arguments did not arrive as they are: a shell has read them first, and to a shell a space, "
            f"a quote or a ; means something ({ended['err'].get('begins')})"
        )


def check_calls(trace, names):
    """Every program has found the others, which all were running."""
    assert not trace.happened("stuck"), deadlock(trace)
    for name in names:
        ended = one_result(trace, name)
        said = ended["out"].get("begins")
        assert said != "nobody answered", (
            "the program asked the event loop for something and got no answer: run had blocked the loop, "
            "with a call that waits for the program and lets nobody else run"
        )
        assert said != "nobody else came", (
            f"{len(names)} programs were to run at the same time, and did not: one call of run must be able to start "
            "its program while those of the others are still running"
        )
        assert ended["code"] != ALARM, "the program ended itself, for it could not go on"
        assert said == "you are all here", "what the program wrote must come back"
    nothing_left(trace)


def check_limited(trace, limit):
    """The program took too long; it was ended and TimeoutError came out."""
    assert not trace.happened("stuck"), deadlock(trace)
    call = trace.call
    if (
        call.ending == "returned"
        and trace.happened("ended")
        and trace.happened("ended")[0].data["code"] == ALARM
    ):
        raise AssertionError(forever(trace, limit))
    assert call.ending == "raised", (
        f"the program had not ended after {limit} s, but run {call.ending} instead of raising TimeoutError"
    )
    assert trace.error.is_a("TimeoutError"), (
        f"what came out after {limit} s is {trace.error.type}, and that is no TimeoutError"
    )
    left = trace.happened("left")[0].data["children"]
    assert left == "none", remains(trace)
    assert trace.elapsed >= limit, f"TimeoutError came out before {limit} s were over"
    assert trace.elapsed < limit + FAR, forever(trace, limit)
    tidy(trace)


def forever(trace, limit):
    if trace.inputs.get("stubborn"):
        return (
            "the program ignored SIGTERM, as a program may, and run waited for it until it ended by itself: "
            "a polite request need not be heard"
        )
    return f"the program was to be ended after {limit} s, but run waited until it ended by itself"


def remains(trace):
    """Why there is something left of the program, "alive" or a "zombie" that nobody has waited for."""
    what = {
        "raised": f"{trace.error.type if trace.error else 'an error'} came out",
        "cancelled": "the caller was cancelled",
        "returned": "run returned",
    }.get(trace.call.ending, "run ended")
    later = trace.happened("later")
    if later and later[0].data["children"] == "alive":
        return (
            f"{what}, but the program was still at work: whoever stops waiting for a program has not ended it"
        )
    return (
        f"{what}, and nobody had waited for the end of the program: kill() only asks the system to end it, which "
        "takes a moment, and then the system keeps its exit code until somebody asks for that"
    )


def check_broken_off(trace):
    """The caller was cancelled: CancelledError came out and nothing is left."""
    assert not trace.happened("stuck"), deadlock(trace)
    assert trace.happened("called"), "the program never ran"
    assert trace.cancelled, not_cancelled(trace)
    left = trace.happened("left")[0].data["children"]
    assert left == "none", remains(trace)
    (asked,) = trace.when("cancelled")
    assert trace.call.end < asked + seconds(FAR), (
        "the caller was cancelled, and run waited until the program ended by itself"
    )
    tidy(trace)


def not_cancelled(trace):
    ending = trace.call.ending
    came = f"{trace.error.type} came out" if trace.error is not None else f"run {ending}"
    return f"the caller was cancelled, but {came}: the CancelledError was lost on the way"


def nothing_left(trace):
    """When the last call came back, no program was there any more, and Python has nothing to complain of."""
    left = trace.happened("left")[-1].data["children"]
    assert left == "none", remains(trace)
    tidy(trace)


def line(error):
    where = next((leaf.where for leaf in error.leaves() if leaf.where), error.where)
    return f" at line {where['line']}" if where else ""


# Of the stream to a program that did not read: early versions of Python 3.11 say so whatever a caller does.
OF_PYTHON_ITSELF = tuple(
    f"Future exception was never retrieved: {error}" for error in ("BrokenPipeError", "ConnectionResetError")
)


def tidy(trace):
    """Python has nothing to complain of."""
    complaints = [warning["text"] for warning in trace.warnings]
    complaints = [text for text in complaints if not text.startswith(OF_PYTHON_ITSELF)]
    assert not complaints, f"the program had ended, and something of it was not closed: {complaints[0]}"
