"""coroutine_object with other orders, several at a time, and with other work than brewing."""

from test_coroutine_object import explain, why_not_the_result

from kata.judge import seconds

__all__ = ["explain"]

DRINKS = ("cocoa", "espresso", "green tea", "lemonade", "milk", "mocha", "ristretto", "water")


async def test_it_works_for_any_order(run, rng):
    order = rng.choice(DRINKS)
    trace = await run("kitchen", order=order)
    assert trace.result == f"{order} ready", "brew must give back the text of its own order"
    assert trace.happened("done")[0].data["log"] == [f"brewing {order}"], "brew must log its own order"


async def test_orders_run_when_they_are_served_and_not_before(run, rng):
    orders = rng.sample(DRINKS, 3)
    trace = await run("evening", orders=orders, served=[2, 0, 1])
    served = [orders[2], orders[0], orders[1]]
    assert trace.happened("waited")[0].data["log"] == [], "an order was begun before anybody served it"
    values = {event.who: event.data["value"] for event in trace.happened("served")}
    assert values == {order: f"{order} ready" for order in orders}, "each order must give its own result"
    assert [event.at for event in trace.happened("served")] == [1.5, 2.5, 3.5], (
        "each order must be done one second after it is served"
    )
    assert trace.happened("served")[-1].data["log"] == [f"brewing {order}" for order in served], (
        "every order must be brewed once, when it is served"
    )


async def test_the_same_order_twice_is_two_brews(run):
    trace = await run("evening", orders=["tea", "tea"], served=[1, 0])
    assert [event.data["value"] for event in trace.happened("served")] == ["tea ready", "tea ready"], (
        "each take_order must make a brew of its own, though the order has been taken before"
    )
    assert trace.happened("served")[-1].data["log"] == ["brewing tea", "brewing tea"], (
        "two orders of tea are two brews: each must be brewed"
    )


async def test_orders_can_be_served_at_the_same_time(run, rng):
    orders = rng.sample(DRINKS, 3)
    trace = await run("rush_hour", orders=orders)
    values = {event.who: event.data["value"] for event in trace.happened("served")}
    assert values == {order: f"{order} ready" for order in orders}, (
        "each order must give its own result, also when several are served at the same time"
    )
    assert trace.happened("done")[0].data["log"] == sorted(f"brewing {order}" for order in orders), (
        "each order must be brewed once, also when several are served at the same time"
    )
    assert [event.at for event in trace.happened("served")] == [1, 1, 1], (
        "each order must be done one second after it is served, whatever else is being served"
    )


async def test_serve_runs_any_coroutine_object(run, rng):
    for duration, result in [(0.5, ""), (12, f"{rng.randint(2, 99)} clean cups")]:
        trace = await run("washing_up", duration=duration, result=result)
        assert trace.result == result, why_not_the_result(trace)
        assert trace.elapsed == seconds(duration), "serve must wait for the work itself, not for a fixed time"


async def test_an_error_of_the_work_comes_out_of_serve(run):
    for error in ("ValueError", "TimeoutError"):
        trace = await run.play("washing_up", duration=0.5, error=error)
        trace.allow("leftovers", "warnings")  # whoever lets go of the work lets go of its error, too
        assert trace.call.ending == "raised", "the work failed, and serve said nothing"
        known = [leaf.known for leaf in trace.error.leaves()]
        assert known == ["the error of the work"], "serve must raise the very error that the work raised"
        assert trace.elapsed == seconds(0.5), "serve must raise the error as soon as the work has failed"


async def test_a_cancelled_serve_ends_cancelled(run):
    trace = await run.play("washing_up", duration=2, result="clean cups", cancel_at=[0.5])
    trace.allow("leftovers")
    assert trace.cancelled, "serve was cancelled, but the cancellation did not come out of it"
    assert trace.elapsed == seconds(0.5), "serve was cancelled at 0.5 s but went on"


async def test_a_serve_that_is_cancelled_stops_the_brew(run):
    trace = await run.play("rush_hour", orders=["tea"], cancel_at=[0.5])
    trace.allow("leftovers")
    assert trace.cancelled, (
        "serve was cancelled while a brew was under way, but the cancellation did not come out of it"
    )
    assert trace.elapsed == seconds(0.5), "serve was cancelled at 0.5 s but went on"
