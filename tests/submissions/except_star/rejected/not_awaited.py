"""Calls the work and hands on what the call gives.

verdict: leaked
diagnosis: work must be called and awaited once
"""


async def triage(work, on_value_errors):
    try:
        return work()
    except* ValueError as group:
        on_value_errors(list(group.exceptions))
