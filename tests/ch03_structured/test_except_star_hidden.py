"""except_star with trees of all shapes, subclasses, a real TaskGroup, odd values, and interrupted."""

import asyncio

from test_except_star import (
    MIXED,
    check,
    check_the_rest,
    check_what_was_told,
    explain,
    messages_of,
    names_in,
    told_in,
)

from kata.judge import seconds

__all__ = ["explain"]


def random_tree(rng, numbers, depth):
    """A group of errors and of smaller groups."""
    members = []
    for _ in range(rng.randint(1, 4)):
        if depth and rng.random() < 0.4:
            members.append(random_tree(rng, numbers, depth - 1))
        else:
            members.append(f"{rng.choice('vvnot')}{next(numbers)}")
    return members


async def test_groups_of_any_shape(run, rng):
    trees = [random_tree(rng, iter(range(1, 1000)), depth) for depth in (0, 1, 2, 3, 3, 4)]
    await asyncio.gather(*(check(run, tree) for tree in trees))


async def test_one_error_deep_inside(run):
    await asyncio.gather(check(run, [[[["v1"]]]]), check(run, [[[["o1"]]]]), check(run, [[["v1"], ["o1"]]]))


async def test_groups_that_become_empty_are_gone(run):
    await check(run, [["v1", ["v2", "n1"]], ["o1"], ["v3"]])


async def test_a_subclass_of_value_error_is_a_value_error(run):
    await asyncio.gather(check(run, "n1"), check(run, ["n1", "t1", ["n2", "v1"]]))


async def test_values_may_be_anything(run):
    for value in (None, 0, "", [], False):
        trace = await run("working", value=value)
        assert trace.result == value and type(trace.result) is type(value), (
            "None, 0 and the like are values that the work may give"
        )
        assert told_in(trace) == [], "the work went well, and on_value_errors must not be called"


async def test_a_value_error_that_is_returned_is_a_value(run):
    trace = await run("giving_an_error")
    assert told_in(trace) == [], "the work returned an exception object; it has not raised anything"
    assert trace.result.known == "v1", "the work returned an exception object, and this is its value"


async def test_the_group_of_a_task_group(run):
    for errors in (["v1", "o1", "n1"], ["v1", "v2"]):
        trace = await run.play("failing_tasks", errors=errors)
        check_what_was_told(trace, errors)
        check_the_rest(trace, errors)
        assert names_in(errors) == trace.who(), "work must be called and awaited once"


async def test_the_groups_of_the_rest_keep_their_messages(run):
    trace = await run.play("failing", tree=MIXED)
    check_the_rest(trace, MIXED)
    assert messages_of(trace.error) == [], (
        "the rest came out in groups with other messages: a group that is taken apart keeps what it says"
    )


def strangers(told, own):
    """The errors of other calls that the handler of a call was told of."""
    if isinstance(told, list):
        return [name for item in told for name in strangers(item, own)]
    return [told] if isinstance(told, str) and told not in own else []


async def test_called_again_and_twice_at_a_time(run):
    trace = await run.play(
        "failing_again", first=["v1", ["v2"]], again=["v3"], together=[["v4", "v5"], ["v6", "v7"]]
    )
    assert strangers(told_in(trace, "again"), ["v3"]) == [], (
        "the second call reported errors of the first one: something was left over from it"
    )
    for who, own in (("0", ["v4", "v5"]), ("1", ["v6", "v7"])):
        assert strangers(told_in(trace, who), own) == [], (
            "two calls at the same time got into one another: one of them reported errors of another call"
        )


async def test_a_cancellation_is_none_of_its_business(run):
    trace = await run.play("interrupted", cancel_at=0.5)
    assert told_in(trace) == [], "triage was cancelled, which is no ValueError"
    assert trace.cancelled, "triage was cancelled, but the cancellation did not come out of it as it is"
    assert trace.elapsed == seconds(0.5), "triage was cancelled at 0.5 s but went on"
    assert trace.endings() == {"work": "cancelled"}, "triage was cancelled, but its work went on"
    trace = await run.play("failing", tree="c1")
    assert told_in(trace) == [], "the work ended in CancelledError, which is no ValueError"
    assert trace.cancelled, "the work ended in CancelledError, but something else came out of triage"
