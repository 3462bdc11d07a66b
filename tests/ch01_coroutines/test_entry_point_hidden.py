"""entry_point with other jobs, with none, with a broken one, twice in a row, and cancelled."""

from test_entry_point import (
    SHORT_JOBS,
    check_one_by_one,
    explain,
    leaves_a_loop_open,
    loops_made_by_run_all,
    no_list_of_sums,
)

from kata.judge import seconds

__all__ = ["explain"]


async def test_it_works_for_any_jobs(run, rng):
    delays = [tenths / 10 for tenths in rng.sample(range(3, 16), 4)]
    jobs = [[delay, [rng.randint(-9, 9) for _ in range(rng.randint(1, 5))]] for delay in delays]
    trace = await run("program", jobs=jobs)
    assert trace.result == [sum(numbers) for _, numbers in jobs], no_list_of_sums(trace)
    check_one_by_one(trace, jobs)


async def test_a_job_may_have_no_numbers_or_no_delay_and_come_twice(run):
    trace = await run("program", jobs=[[0, [2, 2, 5]], [0.5, []], [0, [7]], [0.5, []]])
    assert trace.result == [9, 0, 7, 0], no_list_of_sums(trace)
    assert trace.elapsed == seconds(1), (
        "each job must take its own delay: none for 0, and all of it again for a job that came before"
    )


async def test_there_may_be_no_jobs_at_all(run):
    created, trace = await loops_made_by_run_all(run, jobs=[])
    assert trace.result == [], "without jobs there are no sums: run_all([]) must give []"
    assert created <= 1, "one event loop is more than enough for no jobs"


async def test_run_all_can_be_called_again(run):
    created, trace = await loops_made_by_run_all(run, jobs=SHORT_JOBS, times=2)
    assert [call.result for call in trace.calls] == [[3, 3], [3, 3]], (
        "the second run_all must work like the first"
    )
    assert created == 2, "each run_all must make one event loop, and no call may use another's"


async def test_an_error_ends_the_program_and_closes_the_loop(run):
    for bad, error in enumerate(["TypeError", "ValueError", "LookupError"]):
        await check_error(run, jobs=[[0.5, [1]], [1, [2]], [2, [3]]], bad=bad, error=error)


async def check_error(run, jobs, bad, error):
    trace = await run.play("failing_program", jobs=jobs, bad=bad, error=error)
    assert trace.call.ending == "raised", "a job failed, but run_all raised nothing"
    known = [leaf.known for leaf in trace.error.leaves()]
    assert known == ["the error of the job"], "run_all must raise the error of the job that failed"
    assert trace.loops["left_open"] == 0, leaves_a_loop_open(trace)
    trace.allow("warnings")  # the jobs that are left may have been made already
    left = {f"random_add({delay})" for delay, _ in jobs[bad + 1 :]}
    assert left.isdisjoint(trace.who()), "a job was begun although an earlier one had failed"
    assert trace.elapsed <= sum(delay for delay, _ in jobs[: bad + 1]), (
        "run_all must raise the error as soon as the job fails"
    )


async def test_a_cancelled_job_ends_cancelled(run):
    for instant in (0.5, 2.2):
        trace = await run.play("one_job", delay=2.5, numbers=[1], cancel_at=[instant])
        assert trace.cancelled, "random_add was cancelled while it waited, but did not end cancelled"
        assert trace.elapsed == seconds(instant), f"random_add was cancelled at {instant} s but went on"


async def test_a_job_does_not_wait_for_another_one(run):
    trace = await run("one_job", delay=1, numbers=[1, 2], beside=0.5)
    assert trace.elapsed == seconds(1), (
        "awaiting random_add must take `delay` seconds, also while another random_add is under way"
    )
