"""Hands over the members of the group, whatever they are.

verdict: failed
diagnosis: on_value_errors wants the ValueErrors themselves, but was told a group
"""


async def triage(work, on_value_errors):
    try:
        return await work()
    except* ValueError as group:
        on_value_errors(list(group.exceptions))
    return None
