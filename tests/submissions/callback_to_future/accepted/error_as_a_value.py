"""The future's result is a function that returns or raises, so no exception is ever left in a future."""

import asyncio


def give(answer):
    return answer


def fail(error):
    raise error


async def call(api, request):
    future = asyncio.get_running_loop().create_future()

    def settle(how, value):
        if not future.done():
            future.set_result((how, value))

    handle = api.send(request, lambda answer: settle(give, answer), lambda error: settle(fail, error))
    try:
        how, value = await future
    except asyncio.CancelledError:
        api.abort(handle)
        raise
    return how(value)
