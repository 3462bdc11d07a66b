"""Takes the errors from a stack, the last one first.

verdict: failed
diagnosis: the ValueErrors must be reported once each, in the order in which they stand in the group
"""


async def triage(work, on_value_errors):
    try:
        return await work()
    except* ValueError as group:
        stack, errors = [group], []
        while stack:
            error = stack.pop()
            if isinstance(error, ExceptionGroup):
                stack.extend(error.exceptions)
            else:
                errors.append(error)
        on_value_errors(errors)
    return None
