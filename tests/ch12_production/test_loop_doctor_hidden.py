"""loop_doctor with faults that are harder to see, with what is no fault, and called again."""

from test_loop_doctor import ALL, ALL_FOUND, BLOCK, SLOW, check, check_state, examined, explain

__all__ = ["explain"]


async def test_what_main_held_is_lost_when_it_ends(run):
    trace = await examined(run, [["lose_held", "the held error"], ["forget_at_the_end", 1]])
    check(trace, {"never_awaited": ["forgotten"], "never_retrieved": ["the held error"]})


async def test_what_main_held_is_lost_when_it_fails(run):
    faults = [["lose_held", "the held error"], ["forget_at_the_end", 1], ["leave", "ticker"]]
    trace = await examined(run, [*faults, ["fail", "the error of main"]])
    found = {
        "never_awaited": ["forgotten"],
        "never_retrieved": ["the held error"],
        "leftover_tasks": ["ticker"],
    }
    check(trace, found | {"error": "the error of main", "result": None})
    check_state(trace)


async def test_circles_of_references(run):
    trace = await examined(run, [["lose_in_a_circle", "an error in a circle"], ["forget_in_a_circle", 1]])
    check(trace, {"never_awaited": ["forgotten"], "never_retrieved": ["an error in a circle"]})


async def test_a_future_at_which_nobody_looked(run):
    trace = await examined(run, [["lose_future", "the error of a future"]])
    check(trace, {"never_retrieved": ["the error of a future"]})


async def test_what_is_no_fault(run):
    faults = [
        ["await_it", 3],
        ["close_it", 1],
        ["gather_it", "an error among results"],
        ["cancel_it", "clock"],
        ["use_a_thread", BLOCK],
        ["many_steps", 100],
    ]
    trace = await examined(run, faults)
    check(trace, {})


async def test_a_callback_may_block_too(run):
    trace = await examined(run, [["block_in_a_callback", BLOCK]])
    check(trace, {"slow_steps": 1})
    trace = await examined(run, [["block_in_a_timer", BLOCK]])
    check(trace, {"slow_steps": 1})


async def test_the_last_step_may_block_too(run):
    trace = await examined(run, [["sleep", 0.1], ["block_at_the_end", BLOCK]])
    check(trace, {"slow_steps": 1})


async def test_each_step_is_measured_by_itself(run):
    trace = await examined(run, [["block_in_tasks", [BLOCK, BLOCK]]])
    check(trace, {"slow_steps": 2})
    trace = await examined(run, [["block_in_tasks", [0.5, 0.5, 0.5, 0.5]]], slow=1.6)
    check(trace, {})


async def test_the_error_of_a_callback_is_no_tasks_error(run):
    trace = await examined(run, [["fail_in_a_callback", "the error of a callback"]])
    check(trace, {})


async def test_slow_is_a_matter_of_the_argument(run):
    trace = await examined(run, [["block", BLOCK], ["sleep", 0.1], ["block", BLOCK]], slow=3)
    check(trace, {})
    trace = await run("examined", programs=[[["block", 0.5], ["sleep", 0.1], ["block", 0.5]]], slow=0.2)
    trace.allow("warnings")
    report = trace.result
    assert isinstance(report, dict) and report["slow_steps"] >= 2, (
        "two steps took 0.5 s, longer than slow, 0.2 s"
    )
    trace = await run("examined", programs=[[["block", 0.05], ["sleep", 0.01]] * 4], slow=0.02)
    trace.allow("warnings")
    report = trace.result
    assert isinstance(report, dict) and report["slow_steps"] >= 4, (
        "four steps took 0.05 s, longer than slow, 0.02 s, and not all of them were noticed"
    )


async def test_many_of_each_kind(run, rng):
    forgets, errors, tasks = rng.randint(3, 6), rng.randint(3, 6), rng.randint(3, 6)
    faults = [["forget", forgets]]
    faults += [["lose", f"error {number}"] for number in range(errors)]
    faults += [["leave", f"task {number % 3}"] for number in range(tasks)]
    rng.shuffle(faults)
    trace = await examined(run, faults)
    check(
        trace,
        {
            "never_awaited": ["forgotten"] * forgets,
            "never_retrieved": [f"error {number}" for number in range(errors)],
            "leftover_tasks": sorted(f"task {number % 3}" for number in range(tasks)),
        },
    )


async def test_a_second_diagnosis_knows_nothing_of_the_first(run):
    trace = await run("examined", programs=[ALL, [], ALL], slow=SLOW)
    trace.allow("warnings")
    second = trace.calls[1].result
    if isinstance(second, dict):
        found = [second[kind] for kind in ("never_awaited", "never_retrieved", "leftover_tasks")]
        assert found == [[], [], []], (
            "a second diagnosis, of a program without a fault, knows what the first one had found"
        )
    for call, findings in zip(trace.calls, (ALL_FOUND, {}, ALL_FOUND), strict=True):
        check(trace, findings, call)
    check_state(trace)


async def test_slow_may_be_left_out(run):
    trace = await run("examined", programs=[[["block", 0.6], *[["sleep", 0.01]] * 12]])
    trace.allow("warnings")
    report = trace.result
    assert isinstance(report, dict) and report["result"] == "done", "slow has a default"
    assert 1 <= report["slow_steps"] <= 9, (  # a busy machine may make others slow
        f"slow_steps is {report['slow_steps']}: one step took 0.6 s, two dozen took next to nothing, "
        "and slow was left out, which stands for 0.1 s"
    )


async def test_a_failing_diagnosis_puts_everything_back(run):
    trace = await examined(run, [["fail", "the error of main"]])
    check(trace, {"error": "the error of main", "result": None})
    check_state(trace)


async def test_an_interrupted_diagnosis_puts_everything_back(run):
    trace = await examined(run, [["interrupt", "by somebody"]])
    check_state(trace)


async def test_main_may_end_cancelled(run):
    trace = await examined(run, [["leave", "ticker"], ["await_cancelled", "clock"]])
    assert not trace.happened("a cancellation came out"), (
        "main ended by a CancelledError, and that came out of diagnose: it is a finding like any exception"
    )
    report = trace.result
    assert isinstance(report, dict), "diagnose must return a Report"
    assert getattr(report["error"], "type", None) == "CancelledError", (
        "main ended by a CancelledError, and the report's error is another one, or none"
    )
    assert report["leftover_tasks"] == ["ticker"], "a task was left when main ended, cancelled as it was"
