"""Takes every exception that gather gives for an error of commit, one that commit returned as well.

verdict: failed
diagnosis: commit returned an exception, as a value like any other, and commit_safely did not return it
"""

import asyncio


async def commit_safely(commit):
    task = asyncio.ensure_future(asyncio.gather(commit(), return_exceptions=True))
    late = None
    while not task.done():
        try:
            await asyncio.wait([task])
        except asyncio.CancelledError as request:
            late = request
    if late is not None:
        raise late
    (outcome,) = task.result()
    if isinstance(outcome, BaseException):
        raise outcome
    return outcome
