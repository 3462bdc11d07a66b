"""Takes the group itself for the list.

verdict: failed
diagnosis: on_value_errors wants a list of ValueErrors: an exception or a group of them is not a list
"""


async def triage(work, on_value_errors):
    try:
        return await work()
    except* ValueError as group:
        on_value_errors(group)
    return None
