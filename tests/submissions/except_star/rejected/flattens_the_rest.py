"""Puts what is left into one flat group.

verdict: failed
diagnosis: the rest must come out nested as it was
"""


def leaves(error):
    if isinstance(error, BaseExceptionGroup):
        return [leaf for member in error.exceptions for leaf in leaves(member)]
    return [error]


async def triage(work, on_value_errors):
    try:
        return await work()
    except ValueError as error:
        on_value_errors([error])
        return None
    except ExceptionGroup as group:
        mine, rest = group.split(ValueError)
        if mine:
            on_value_errors(leaves(mine))
        if rest:
            raise ExceptionGroup("the rest", leaves(rest))
