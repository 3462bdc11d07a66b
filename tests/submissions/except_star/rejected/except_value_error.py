"""Believes that except ValueError sees the ValueErrors in a group.

verdict: failed
diagnosis: on_value_errors was never called: a group is not a ValueError, even if it holds some
"""


async def triage(work, on_value_errors):
    try:
        return await work()
    except ValueError as error:
        on_value_errors([error])
