"""Handles the ValueErrors, and then raises the whole group with a bare raise.

verdict: failed
diagnosis: the ValueErrors have been handled, and yet they came out of triage once more
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
        errors = [error for error in leaves(group) if isinstance(error, ValueError)]
        if errors:
            on_value_errors(errors)
        if len(errors) < len(leaves(group)):
            raise
