"""Catches the whole group and keeps the ValueErrors; the rest is gone.

verdict: failed
diagnosis: o1 and t1 and o2 disappeared: only the ValueErrors are handled, the rest must come out
"""


def leaves(error):
    if isinstance(error, ExceptionGroup):
        return [leaf for member in error.exceptions for leaf in leaves(member)]
    return [error]


async def triage(work, on_value_errors):
    try:
        return await work()
    except ValueError as error:
        on_value_errors([error])
    except ExceptionGroup as group:
        on_value_errors([error for error in leaves(group) if isinstance(error, ValueError)])
    return None
