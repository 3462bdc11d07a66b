"""two_workers: both workers are under way at once, and main waits for both."""

from kata.judge import seconds

MILK, BREAD = "order milk", "order bread"


def explain(trace):
    """The belief behind a run that did not end well."""
    if len(trace.spans) < 2 and not trace.leftovers:
        return None
    if trace.leftovers:
        if trace.elapsed > 0 and trace.starts() == {MILK: 0, BREAD: 0}:
            return "main waited for something else than both workers: one was still at work when it returned"
        return "main left before the workers finished"
    if trace.blocked:
        return None
    return one_after_the_other(trace)


def one_after_the_other(trace):
    starts, ends = trace.starts(), trace.ends()
    if starts.keys() == {MILK, BREAD} and starts[BREAD] >= ends.get(MILK, 1e9) and starts[BREAD] > 0:
        return "the second worker only started when the first had finished"
    return None


async def test_each_worker_is_called_once_with_its_arguments(run):
    trace = await run("shopping", jobs={MILK: 1, BREAD: 2})
    called = sorted((span.who, span.data["delay"]) for span in trace.spans)
    assert called == [(BREAD, 2), (MILK, 1)], "main must send each worker exactly once, with its delay and its name"


async def test_both_workers_start_at_once(run):
    trace = await run("shopping", jobs={MILK: 1, BREAD: 2})
    assert trace.starts() == {MILK: 0, BREAD: 0}, (
        one_after_the_other(trace) or "both workers must start when main starts"
    )


async def test_the_longer_job_sets_the_total(run):
    trace = await run("shopping", jobs={MILK: 1, BREAD: 2})
    assert trace.ends() == {MILK: 1, BREAD: 2}, "both workers must have finished when main returns"
    assert trace.elapsed == seconds(2), "main must return as soon as the slower worker has finished"
