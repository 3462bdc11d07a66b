"""Rebuilds the rest without the ValueErrors, and makes groups in which nothing is left; there are no such groups.

verdict: failed
diagnosis: triage itself went wrong with ValueError: second argument (exceptions) must be a non-empty sequence
"""


def leaves(error):
    if isinstance(error, BaseExceptionGroup):
        return [leaf for member in error.exceptions for leaf in leaves(member)]
    return [error]


def rest_of(error):
    if not isinstance(error, ExceptionGroup):
        return error
    members = [rest_of(member) for member in error.exceptions if not isinstance(member, ValueError)]
    return ExceptionGroup(error.message, members)


async def triage(work, on_value_errors):
    try:
        return await work()
    except ValueError as error:
        on_value_errors([error])
        return None
    except ExceptionGroup as group:
        errors = [error for error in leaves(group) if isinstance(error, ValueError)]
        if not errors:
            raise
        on_value_errors(errors)
        if len(errors) < len(leaves(group)):
            raise rest_of(group)
