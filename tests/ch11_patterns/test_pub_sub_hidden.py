"""pub_sub with other numbers, in bursts, and with subscribers who leave in every way."""

import asyncio
from itertools import accumulate

from test_pub_sub import FIVE, check, expected_of, explain, fates

__all__ = ["explain"]

FEW_TURNS = 60  # of the event loop, for two who wait and do not look again and again


async def test_any_value_may_be_a_message(run):
    messages = [[0.3, "news", value] for value in (None, 0, 0, "", False, None, "end", [], "an exception")]
    trace = await run("publishing", subscribers=[{}, {"work": 0.7}], messages=messages, close_after=0.4)
    check(trace)


async def test_nobody_is_there(run):
    messages = [[0.3, "news", 1], [0.3, "sports", 2]]
    trace = await run("publishing", subscribers=[], messages=messages, close_after=0.3)
    check(trace)


async def test_sixteen_messages_are_kept_when_nothing_is_said(run):
    messages = [[0.4, "news", "first"], *[[0.02, "news", number] for number in range(20)]]
    trace = await run("publishing", subscribers=[{"work": 2}], messages=messages, close_after=0.4)
    check(trace)


async def test_room_for_many(run):
    messages = [[0.4, "news", "first"], *[[0, "news", number] for number in range(60)]]
    trace = await run("publishing", subscribers=[{"maxsize": 100}] * 20, messages=messages, close_after=0.4)
    check(trace)


async def test_room_for_one(run):
    trace = await run(
        "publishing", subscribers=[{"work": 1, "maxsize": 1}, {}], messages=FIVE, close_after=0.4
    )
    check(trace)


async def test_as_many_as_there_is_room_for(run):
    messages = [[0.4, "news", 1], *[[0.1, "news", number] for number in range(2, 6)], [3, "news", 6]]
    trace = await run(
        "publishing", subscribers=[{"work": 1, "maxsize": 4}], messages=messages, close_after=0.4
    )
    check(trace)


async def test_bursts(run):
    messages = [[pause, "news", number] for number, pause in enumerate([0.4, 0, 0, 1, 0, 0])]
    subscribers = [{"maxsize": 3}, {"maxsize": 3, "work": 0.15}, {}]
    trace = await run("publishing", subscribers=subscribers, messages=messages, close_after=0.4)
    check(trace)


async def test_dropped_counts_as_it_goes(run):
    messages = [[0.4, "news", number] for number in range(12)]
    trace = await run(
        "publishing", subscribers=[{"work": 1.5, "maxsize": 2}], messages=messages, close_after=0.4
    )
    check(trace)
    counts = [event.data["dropped"] for event in trace.happened("got")]
    assert counts == [dropped for _, _, dropped in fates(trace)["subscriber 1"].got], (
        "dropped says how many messages have been dropped so far"
    )


async def test_what_is_unread_when_the_block_is_left_was_not_dropped(run):
    messages = [[0.4, "news", number] for number in range(6)]
    trace = await run(
        "publishing", subscribers=[{"work": 1.5, "enough": 1}], messages=messages, close_after=0.4
    )
    check(trace)


async def test_random_crowds(run, rng):
    def message(number):
        return [round(rng.uniform(0.5, 0.9), 3), rng.choice(["news", "sports"]), number]

    def subscriber():
        how = {
            "topic": rng.choice(["news", "sports"]),
            "work": rng.choice([0, round(rng.uniform(0.2, 2), 3)]),
        }
        how |= {"maxsize": rng.randint(1, 3), "at": rng.choice([0, round(rng.uniform(0.1, 2), 3)])}
        return how | ({"enough": rng.randint(1, 3)} if rng.random() < 0.3 else {})

    async def one():
        messages = [message(number) for number in range(8)]
        candidates = [subscriber() for _ in range(200)]
        clear = [
            how for how in candidates if gap(how, messages) > 0.12
        ]  # so that both clocks see the same order
        check(
            await run(
                "publishing", subscribers=clear[: rng.randint(1, 5)], messages=messages, close_after=0.4
            )
        )

    await asyncio.gather(*(one() for _ in range(5)))


def gap(how, messages):
    """The shortest time between a message and a moment at which this one comes, goes, or asks for the next."""
    times = list(accumulate(pause for pause, _, _ in messages))
    fate = expected_of(
        how, [(at, *rest) for at, (_, *rest) in zip(times, messages, strict=True)], times[-1] + 0.4
    )
    work = how["work"]
    mine = [fate.comes, *([at + work for _, at, _ in fate.got] if work else [])]
    return min(abs(at - time) for at in mine for time in times)


async def test_subscribed_is_who_is_in_the_block(run):
    trace = await run("publishing", subscribers=[{"waits": 1}, {}], messages=FIVE, close_after=0.4)
    check(trace)


async def test_subscribed_is_also_who_does_not_read_yet(run):
    subscribers = [{"idle": 1.4}, {"idle": 1.4, "maxsize": 2}, {}, {"idle": 5, "cancel": 0.1}]
    trace = await run("publishing", subscribers=subscribers, messages=FIVE, close_after=0.4)
    check(trace)
    dropped = [event.data["dropped"] for event in trace.happened("begins to read")]
    assert dropped == [0, 1], (
        "subscriber 2 had entered its block and not asked for a message; at most 2 are kept for it, and when the third "
        "came, one was dropped: dropped must say so from then on"
    )


async def test_one_task_holds_two_subscriptions_and_others_read(run):
    trace = await run("read_by_others")
    for name in ("first", "second"):
        got = [event.data["message"] for event in trace.happened("got", name)]
        assert got == [1, 2], (
            "one task entered two blocks of a topic: these are two subscriptions, whoever reads"
        )
    reached = [event.data["reached"] for event in trace.happened("published")]
    assert reached == [2, 2], "one task entered two blocks of a topic, and publish must count both"


async def test_leaving_by_an_error(run):
    subscribers = [{"enough": 2, "leaves": "error"}, {}, {"enough": 1, "leaves": "error", "work": 0.6}]
    trace = await run("publishing", subscribers=subscribers, messages=FIVE, close_after=0.4)
    check(trace)


async def test_leaving_by_a_cancellation(run):
    subscribers = [{"cancel": 1}, {"cancel": 1.4, "work": 5}, {}]
    trace = await run("publishing", subscribers=subscribers, messages=FIVE, close_after=0.4)
    check(trace)


async def test_all_leave_and_somebody_comes(run):
    subscribers = [{"enough": 1}, {"enough": 1}, {"at": 1}]
    trace = await run("publishing", subscribers=subscribers, messages=FIVE, close_after=0.4)
    check(trace)


async def test_another_loop_goes_on_with_the_next_message(run):
    messages = [[0.7, "news", number] for number in range(5)]
    subscribers = [
        {"enough": 2, "leaves": "stays"},
        {"enough": 1, "leaves": "stays", "work": 0.9},
        {"patience": 1.05, "leaves": "stays"},
    ]
    trace = await run("publishing", subscribers=subscribers, messages=messages, close_after=0.4)
    check(trace)


async def test_close_while_everything_is_full(run):
    subscribers = [{"maxsize": 1, "work": 1.4}, {"maxsize": 3, "work": 1.9}, {"maxsize": 1}]
    trace = await run("publishing", subscribers=subscribers, messages=FIVE, close_after=0.2)
    check(trace)


async def test_two_brokers_are_apart(run):
    trace = await run("two_brokers")
    got = {
        name: [event.data["message"] for event in trace.happened("got", name)] for name in ("first", "second")
    }
    assert got == {"first": ["first"], "second": ["second", "more"]}, "two brokers know nothing of each other"
    reached = [event.data["reached"] for event in trace.happened("published")]
    assert reached == [1, 1, 1], "two brokers know nothing of each other"


async def test_waiting_costs_nothing(run):
    messages = [[13, "news", 1]]
    trace = await run("publishing", subscribers=[{}, {}], messages=messages, close_after=0.4)
    check(trace)
    assert trace.turns < FEW_TURNS, (
        "a subscriber looked again and again whether there was a message; it must wait for it"
    )
