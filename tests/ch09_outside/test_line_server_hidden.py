"""line_server with other clients: they send odd pieces, long lines and odd words, they vanish, and they are many."""

import asyncio
import itertools

from test_line_server import (
    check,
    check_asked,
    check_deserted,
    check_held_back,
    check_left,
    check_left_by_ask,
    check_vanished,
    play,
    replies_to,
    started,
    well,
)


def cut(text, rng, count):
    """The bytes of a text in so many pieces, as the scenario wants them."""
    data = text.encode()
    places = sorted(rng.sample(range(1, len(data)), count - 1))
    return [
        data[start:end].decode("latin-1")
        for start, end in zip([0, *places], [*places, len(data)], strict=True)
    ]


async def test_random_pieces(run, rng):
    lines = ["crème brûlée", "", "  two spaces  ", "a\u2028b\x0bc\rd", "x" * rng.randint(5, 50), "end\r"]
    traces = await asyncio.gather(
        *(
            well(run, "serve", pieces=cut("\n".join(lines) + "\n", rng, count), replies=len(lines))
            for count in (3, 6, 9)
        )
    )
    for trace in traces:
        check(trace, lines, [f"<{line}>" for line in lines])


async def test_a_long_line(run):
    line = "a long line " * 4_990
    trace = await well(run, "serve", pieces=[line[:30_000], line[30_000:] + "\nshort\n"], replies=2)
    started(trace)
    sizes = [event.data["size"] for event in trace.happened("handled")]
    assert sizes == [59_880, 5], (
        f"lines of 59880 and 5 characters were sent, and lines of {sizes} were handled"
    )
    assert [reply[:9] for reply in replies_to(trace, "client")] == ["<a long l", "<short>"]
    check_left(trace)


async def test_nothing_at_all(run):
    traces = await asyncio.gather(
        well(run, "serve", pieces=[], replies=0, given_port=True),
        well(run, "serve", pieces=[], replies=0, end="nothing more"),
    )
    for trace in traces:
        check(trace, [], [])


async def test_replies_come_in_the_order_of_the_lines(run):
    trace = await well(run, "serve", pieces=["slow\nsay: \nfast\n"], replies=3)
    check(trace, ["slow", "say: ", "fast"], ["<slow>", "", "<fast>"])


async def test_what_was_asked_before_the_end_is_answered(run):
    traces = await asyncio.gather(
        well(run, "serve", pieces=["one\nslow\ntwo\nQUIT\nthree\n"], replies=3, end="close"),
        well(run, "serve", pieces=["one\nslow\ntwo\n"], replies=3, end="nothing more"),
    )
    for trace in traces:
        check(trace, ["one", "slow", "two"], ["<one>", "<slow>", "<two>"])


async def test_words_that_are_nearly_quit(run):
    lines = ["quit", "QUIT ", " QUIT", "QUITE", "Q"]
    trace = await well(run, "serve", pieces=["".join(f"{line}\n" for line in lines)], replies=5)
    check(trace, lines, [f"<{line}>" for line in lines])


async def test_errors_are_one_line_each(run):
    trace = await well(run, "serve", pieces=["fail: two/lines\nfail: \nhello\n"], replies=3)
    check(trace, ["fail: two/lines", "fail: ", "hello"], ["ERROR", "ERROR", "<hello>"])


async def test_errors_of_any_kind(run):
    kinds = ["KeyError", "OutOfStock", "ConnectionResetError", "TimeoutError"]
    lines = [f"fail: {kind}" for kind in kinds]
    trace = await well(run, "serve", pieces=["".join(f"{line}\n" for line in lines)], replies=len(kinds))
    started(trace)
    replies = [reply.startswith("ERROR") for reply in replies_to(trace, "client")]
    for kind, told in itertools.zip_longest(kinds, replies):
        assert told, f"handle raised {kind}, and the client got no ERROR line: any Exception gets one"
    check(trace, lines, ["ERROR"] * len(kinds))


async def test_many_clients(run):
    trace = await well(run, "held_back", others=20)
    check_held_back(trace, 20)


async def test_a_line_that_is_too_long(run):
    traces = await asyncio.gather(
        *(
            well(run, "too_long", sizes=sizes, letter=letter)
            for sizes, letter in (
                ([100_000, 50_000], "x"),
                ([200_000], "x"),
                ([66_000], "x"),
                ([40_000], "é"),
            )
        )
    )
    for trace in traces:
        check_too_long(trace)


def check_too_long(trace):
    started(trace)
    handled = [event.data for event in trace.happened("handled")]
    letter, count = trace.inputs["letter"], sum(trace.inputs["sizes"])
    parts = [event for event in handled if event["line"].startswith(letter)]
    size = count * len(letter.encode())
    assert not parts or parts[0]["size"] != count, (
        f"a line of {size} bytes ({count} characters) was handled like any other: it is too long"
    )
    assert not parts, (
        f"a line was too long, and {parts[0]['size']} characters of it were handled as a line: when reading fails, the "
        "rest of the line is still to come"
    )
    replies = replies_to(trace, "client")
    assert replies and replies[0].startswith("ERROR"), (
        "a line was too long: the client must get a line that begins with ERROR"
    )
    assert replies[1:] in ([], ["<after>"]), "a line that is too long gets one ERROR line"
    assert replies_to(trace, "other") == ["<hello>"], (
        "one client sent a line that was too long, and the next client was not served"
    )
    check_left(trace)


async def test_clients_vanish(run):
    ways = (
        ("one\nhel", "closes"),
        ("hold\n", "resets"),
        ("hold\n", "closes"),
        ("hold\none\ntwo\nthr", "resets"),
        ("", "resets"),
    )
    for trace in await asyncio.gather(*(well(run, "vanishing", sends=sends, how=how) for sends, how in ways)):
        check_vanished(trace)


async def test_ask_nothing(run):
    trace = await well(run, "asking", lines=[])
    assert trace.result == [], "without lines there are no replies"
    check_left_by_ask(trace)


async def test_an_empty_reply(run):
    trace = await play(run, "asking", lines=["say: ", "more"])
    assert trace.call.ending == "returned", (
        f"the server sent an empty line, and ask {trace.call.ending}: {trace.error}: an empty line is a reply, too"
    )
    check_asked(trace, ["say: ", "more"], ["", "<more>"])


async def test_ask_anything(run):
    lines = [
        "",
        "crème brûlée",
        " ",
        "a\u2028b",
        "ERROR",
        "quit",
        "x" * 4_000,
        "a\x0bb",
        "say:  a ",
        "fail: no",
    ]
    trace = await well(run, "asking", lines=lines)
    replies = [f"<{line}>" for line in lines[:-2]] + [" a ", "ERROR fail: no"]
    check_asked(trace, [line[:80] for line in lines], replies)


async def test_ask_long_lines(run):
    lines = [f"line {number}" for number in range(3)]
    trace = await well(run, "asking", lines=lines, size=59_000)
    check_asked(trace, None, [f"<{line}".ljust(12, ".") + " 59002" for line in lines])


async def test_a_server_that_leaves_at_once(run):
    trace = await play(run, "asking", lines=["one", "two"], leaves_after=1)
    check_deserted(trace)


async def test_a_server_that_leaves_in_the_middle_of_a_reply(run):
    trace = await play(run, "asking", lines=["one", "two"], leaves_after=1, half=True)
    check_deserted(trace)


async def test_ask_is_cancelled(run):
    trace = await play(run, "asking_in_vain", lines=["one", "two"])
    assert trace.cancelled, "ask was cancelled, but no CancelledError came out"
    check_left_by_ask(trace)


async def test_client_and_server_together(run):
    questions = [["one", "two"], ["slow", "fail: here", "three"], [], ["hold", "four"], ["release"]]
    trace = await well(run, "both", questions=questions)
    started(trace)
    expected = [
        ["ERROR" if line.startswith("fail") else f"<{line}>" for line in lines] for lines in questions
    ]
    observed = [
        ["ERROR" if line.startswith("ERROR") else line for line in call.result] for call in trace.calls[1:]
    ]
    assert observed == expected, "ask and start must understand each other"
    check_left(trace)
