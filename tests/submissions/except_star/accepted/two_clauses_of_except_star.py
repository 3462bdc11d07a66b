"""except* collects the leaves; the value is kept in a variable, and the function ends behind the statement."""


def collect(error, into):
    match error:
        case ExceptionGroup():
            for member in error.exceptions:
                collect(member, into)
        case _:
            into.append(error)
    return into


async def triage(work, on_value_errors):
    value, errors = None, []
    try:
        value = await work()
    except* ValueError as group:
        collect(group, errors)
        on_value_errors(errors)
    return value
