"""Raises one of the errors that are left, as if there could be no more.

verdict: failed
diagnosis: lost: more than one error can be left, and all of them must come out
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
            raise leaves(rest)[0]
