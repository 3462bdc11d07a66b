"""A list of outcomes, and a condition on which the consumer waits for more."""

import asyncio


async def stream_results(jobs):
    more = asyncio.Condition()
    outcomes = []

    async def one(number, job):
        try:
            outcome = await job()
        except Exception as error:
            outcome = error
        async with more:
            outcomes.append((number, outcome))
            more.notify_all()

    tasks = [asyncio.create_task(one(number, job)) for number, job in enumerate(jobs)]
    try:
        for given in range(len(tasks)):
            async with more:
                await more.wait_for(lambda given=given: len(outcomes) > given)
            yield outcomes[given]
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
