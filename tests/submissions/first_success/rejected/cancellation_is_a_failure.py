"""Catches BaseException, and takes its own cancellation for a failure.

verdict: failed
diagnosis: a cancellation is no failure
"""

import asyncio


async def first_success(attempts, seconds=None):
    if not attempts:
        raise ValueError("no attempts")
    errors = {}
    late = False

    async def run(place, attempt):
        try:
            return place, True, await attempt()
        except Exception as error:
            errors[place] = error
            return place, False, None

    tasks = [asyncio.create_task(run(place, attempt)) for place, attempt in enumerate(attempts)]
    try:
        async with asyncio.timeout(seconds):
            for first in asyncio.as_completed(tasks):
                place, good, value = await first
                if good:
                    return value
    except TimeoutError:
        late = True
    except BaseException as error:
        errors[len(attempts)] = RuntimeError(error)
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
    if late:
        raise TimeoutError
    raise ExceptionGroup("all failed", [errors[place] for place in sorted(errors)])
