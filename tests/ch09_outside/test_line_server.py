"""line_server: lines out of a stream, clients that do not wait for one another, and connections that end."""

WAITED = 6  # seconds that the clients of the scenarios wait


async def well(run, scenario, **inputs):
    """A run that must end well. That the event loop is free is proved by what others do meanwhile."""
    trace = await play(run, scenario, **inputs)
    if not given_up(trace):
        for call in trace.calls:
            assert call.error is None, (
                came_out(trace, call) or f"{call.text} raised {call.error}{line(call.error)}"
            )
    return trace


async def play(run, scenario, **inputs):
    """A run that may end in any way. What is left is looked at before what Python complains of."""
    return (await run.allow("blocked").play(scenario, **inputs)).allow("leftovers", "warnings")


async def test_a_line_gets_a_reply(run):
    trace = await well(run, "serve", pieces=["hello\n"], replies=1)
    check(trace, ["hello"], ["<hello>"])


async def test_lines_are_not_what_arrives_at_a_time(run):
    trace = await well(run, "serve", pieces=["he", "llo\nwor", "ld\none\ntwo\n"], replies=4)
    check(trace, ["hello", "world", "one", "two"], ["<hello>", "<world>", "<one>", "<two>"])


async def test_a_client_that_has_nothing_more_to_send(run):
    trace = await well(run, "serve", pieces=["one\ntwo\n"], replies=2, end="nothing more")
    check(trace, ["one", "two"], ["<one>", "<two>"])


async def test_an_error_of_handle_is_a_reply(run):
    trace = await well(run, "serve", pieces=["fail: no such thing\nhello\n"], replies=2)
    check(trace, ["fail: no such thing", "hello"], ["ERROR", "<hello>"])


async def test_clients_do_not_wait_for_one_another(run):
    trace = await well(run, "held_back", others=1)
    check_held_back(trace, 1)


async def test_a_client_vanishes_in_the_middle_of_a_line(run):
    trace = await well(run, "vanishing", sends="hel", how="resets")
    check_vanished(trace)


async def test_ask(run):
    trace = await well(run, "asking", lines=["one", "two", "three"])
    check_asked(trace, ["one", "two", "three"], ["<one>", "<two>", "<three>"])


async def test_replies_arrive_in_pieces(run):
    trace = await well(run, "asking", lines=["hello", "world"], pieces=True)
    check_asked(trace, ["hello", "world"], ["<hello>", "<world>"])


async def test_ask_more_than_the_buffers_hold(run):
    lines = [f"line {number}" for number in range(160)]
    trace = await play(run, "asking", lines=lines, size=50_000)
    assert not trace.happened("nobody reads"), (
        "the server could not send its replies, because nobody read them; so it stopped reading, and ask could not "
        "send the rest of its lines: whoever sends everything before the first reply is read waits for ever"
    )
    expected = [f"<{line}".ljust(12, ".") + " 50002" for line in lines]
    check_asked(trace, None, expected)


async def test_ask_whose_server_leaves(run):
    trace = await play(run, "asking", lines=["one", "two", "three", "four"], leaves_after=2)
    check_deserted(trace)


# Why an answer fails these tests.


def given_up(trace):
    signs = ("stuck", "start goes on", "ask goes on")
    return any(trace.happened(sign) for sign in signs)


def came_out(trace, call):
    if trace.scenario == "both":
        return f"ask raised {call.error} when it talked to the server that start has made"
    return None


def complaint(trace):
    kinds = [warning["kind"] for warning in trace.warnings]
    text = trace.warnings[0]["text"]
    if trace.scenario == "vanishing" and not set(kinds) <= {"unclosed"}:
        return (
            f"a client vanished, and that became an error of the program ({text[:120]}): whoever reads from a "
            "connection, writes to it or waits until it is closed must be ready for its end"
        )
    if "unclosed" in kinds:
        return f"a connection was over, and nobody had closed this side of it ({text[:60]})"
    return text


def started(trace):
    assert not trace.happened("stuck"), (
        "everybody waited: the answer, and the clients that the scenario plays"
    )
    assert not trace.happened("start goes on"), (
        "start did not come back: it must give back a server that listens, and not wait until that server has ended"
    )
    for event in trace.happened("no server"):
        raise AssertionError(
            f"start must give back an asyncio.Server that listens, and gave back {event.data['kind']}"
        )
    assert not trace.happened("another port"), (
        "start was given the port of its server, and the server listens on another one"
    )


def check(trace, handled, replies, who="client"):
    """One client's lines were handled and answered, and the connection was closed."""
    started(trace)
    observed = [event.data["line"] for event in trace.happened("handled")]
    if observed != handled:
        raise AssertionError(about_lines(observed, handled))
    got = replies_to(trace, who)
    (end,) = trace.happened("end", who)
    if len(got) < len(replies):
        raise AssertionError(about_missing(trace, got, replies, end))
    for observed_line, wanted in zip(got, replies, strict=False):
        if wanted == "ERROR":
            assert observed_line.startswith("ERROR"), (
                "handle raised an exception: the reply must be a line that begins with ERROR"
            )
        else:
            assert observed_line == wanted, about_reply(got, replies)
    assert len(got) == len(replies), about_more(trace, got, replies)
    assert end.data["rest"] == "", (
        "the last reply has no end of line: the client still waits for the rest of it"
    )
    assert end.data["ended"], not_closed(trace)
    check_left(trace)


def replies_to(trace, who):
    return [event.data["line"] for event in trace.happened("reply", who)]


def about_lines(observed, handled):
    if "QUIT" in observed:
        return "QUIT was handled like any other line: it is for the server, which closes the connection"
    if "after the end" in observed:
        return "a line that came after QUIT was handled: QUIT closes the connection"
    wrong = next((line for line in observed if line not in handled), None)
    if wrong is None:
        missing = next((line for line in handled if line not in observed), None)
        if missing is not None:
            return (
                f"{missing!r} was sent as a line of its own, and was not handled: one piece may hold several lines, "
                "and a connection goes on until its end"
            )
        return f"the lines {handled} were sent, and {observed} were handled"
    if wrong.endswith(("\n", "\r")) and "\n" not in wrong[:-1]:
        return f"handle got {wrong!r}: the end of a line is no part of the line"
    cut = next((line for line in handled if line.strip() == wrong.strip()), None)
    if cut is not None:
        return f"handle got {wrong!r} as a line, where {cut!r} was sent: only \\n at its end is no part of a line"
    whole = "".join(f"{line}\n" for line in handled)
    if wrong in whole:
        return (
            f"handle got {wrong!r} as a line: TCP carries a stream of bytes, and what one read gives is "
            "neither one message nor a whole one"
        )
    return f"handle got {wrong!r}, and no such line was sent"


def about_missing(trace, got, replies, end):
    rest = end.data["rest"]
    if rest and rest.startswith("<"):
        return f"the reply {rest!r} has no end of line: to the client it is still on its way"
    if any(line.startswith("fail") for line in trace.inputs["pieces"]) and not got:
        return (
            "handle raised an exception, and the client got nothing: the exception went through the code that "
            "serves the connection, and ended it"
        )
    if got and got[-1].startswith("ERROR") and len(got) < len(replies):
        return "after an error of handle the connection must go on: the next line got no reply"
    if "" in replies and "" not in got:
        return "handle gave a reply of no letters, and no line came back for it: an empty line is a line, too"
    if trace.inputs.get("end") == "nothing more":
        return (
            f"{len(replies)} lines were sent, and {len(got)} replies came back: that a client has nothing more to "
            "send does not mean that it does not listen"
        )
    return f"{len(replies)} lines were sent, and {len(got)} replies came back in {WAITED} s"


def about_reply(got, replies):
    if sorted(got) == sorted(replies):
        return "the replies must come in the order of the client's lines"
    return "the reply must be what handle gave, as a line"


def about_more(trace, got, replies):
    if any(line.startswith("fail") for line in trace.inputs["pieces"]):
        return "an error of handle must become one line, whatever its text is"
    return (
        "QUIT gets no reply: the server closes the connection"
        if len(got) == len(replies) + 1
        else ("there were more replies than lines")
    )


def not_closed(trace):
    what = "said QUIT" if trace.inputs.get("end", "QUIT") == "QUIT" else "had nothing more to send"
    return f"the client {what}, and waited in vain for the end of the stream: it comes when the server closes its side"


def check_left(trace):
    """Every connection was closed and no task is left of it."""
    (left,) = trace.happened("left")
    assert left.data["sockets"] == 0, (
        f"every connection was over, and {left.data['sockets']} of the sockets were still open: "
        "each side has to close its own"
    )
    assert left.data["tasks"] == 0, f"every connection was over, and {left.data['tasks']} tasks went on"
    tidy(trace)


def check_held_back(trace, others):
    started(trace)
    assert not trace.happened("nobody released it"), (
        "a client had to wait until another one's request was done: while one handle waits, the server must serve "
        "the others"
    )
    for number in range(1, others + 1):
        replies = replies_to(trace, f"other {number}")
        assert replies, (
            f"a client got no reply as long as {number} others were connected: no client may wait for another one"
        )
        wanted = ["<release>" if number == others else "<hello>"]
        assert replies == wanted, "each client must get its own replies"
    assert replies_to(trace, "first") == ["<hold>"], "each client must get its own replies"
    check_left(trace)


def check_vanished(trace):
    started(trace)
    assert replies_to(trace, "other") == ["<release>"], (
        "a client vanished, and the next one was not served: the end of one connection is not that of the server"
    )
    check_left(trace)


def check_asked(trace, lines, replies):
    """ask has sent these lines on one connection, and returned these replies."""
    assert not trace.happened("no end of line"), (
        "the server got a line without an end, and cannot know that it is one"
    )
    asked = [event.data["line"] for event in trace.happened("asked")]
    if trace.happened("ask goes on"):
        raise AssertionError(about_waiting(asked))
    assert trace.call.ending == "returned", f"ask {trace.call.ending}: {trace.error}"
    if lines is not None:
        assert asked == lines, f"the lines {lines} must be sent as they are; {asked} came"
    assert trace.result == replies, about_replies(trace, trace.result, replies)
    count = len(trace.happened("connected"))
    assert count == 1, f"ask must make one connection for all its lines, and made {count}"
    check_left_by_ask(trace)


def about_waiting(asked):
    if not asked:
        return "ask waits for a reply, but the server waits for the end of the line: what was sent had none"
    return (
        "ask and the server wait for each other: ask reads on for the end of the stream, and the server, which has "
        "answered everything, for the next line"
    )


def about_replies(trace, observed, replies):
    if type(observed) is not list:
        return f"ask must return the list of the replies, and returned {observed!r}"
    if [line.rstrip("\n") if type(line) is str else line for line in observed] == replies:
        return "the end of a line is no part of a reply"
    if [line.strip() if type(line) is str else line for line in observed] == [
        line.strip() for line in replies
    ]:
        return "the replies must be returned exactly as they were sent: only \\n at its end is no part of one"
    if all(type(line) is str for line in observed) and "".join(observed).replace("\n", "") in "".join(
        replies
    ):
        return (
            "ask took what one read gave for a reply: TCP carries a stream of bytes, and a reply may come in pieces, "
            "or several of them in one"
        )
    return "ask must return the replies in the order of its lines"


def check_left_by_ask(trace):
    (left,) = trace.happened("left")
    assert left.data["sockets"] == 0, "ask was over, and its connection was still open: nobody had closed it"
    assert left.data["tasks"] == 0, f"ask was over, and {left.data['tasks']} of its tasks went on"
    tidy(trace)


def check_deserted(trace):
    """The server left before it had given all the replies, and ask has said so."""
    assert not trace.happened("ask goes on"), "the server had left, and ask still waited for its replies"
    assert trace.call.ending == "raised", (
        f"the server left in the middle of a reply, and ask {trace.call.ending} {trace.result}: a reply whose end has "
        "not come is no reply"
        if trace.inputs.get("half")
        else f"the server left too early, and ask {trace.call.ending} {trace.result}: readline() gives b'' at the "
        "end of the stream, which is no reply"
    )
    leaves = trace.error.leaves()
    assert all(leaf.is_a("ConnectionError") or leaf.is_a("EOFError") for leaf in leaves), (
        f"the server left too early: ConnectionError or EOFError must come out, and {trace.error} came"
    )
    check_left_by_ask(trace)


def line(error):
    where = next((leaf.where for leaf in error.leaves() if leaf.where), error.where)
    return f" at line {where['line']}" if where else ""


def tidy(trace):
    """Python has nothing to complain of."""
    assert not trace.warnings, complaint(trace)
