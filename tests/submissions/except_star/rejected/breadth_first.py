"""Takes the errors level by level.

verdict: failed
diagnosis: the ValueErrors must be reported once each, in the order in which they stand in the group
"""


async def triage(work, on_value_errors):
    try:
        return await work()
    except* ValueError as group:
        queue, errors = [group], []
        for error in queue:
            if isinstance(error, ExceptionGroup):
                queue.extend(error.exceptions)
            else:
                errors.append(error)
        on_value_errors(errors)
    return None
