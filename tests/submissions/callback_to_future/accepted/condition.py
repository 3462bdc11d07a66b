"""A condition; each callback starts a task that notifies, for a moment."""

import asyncio


async def call(api, request):
    condition = asyncio.Condition()
    replies = []
    tasks = set()

    async def tell():
        async with condition:
            condition.notify_all()

    def reply(kind, value):
        replies.append((kind, value))
        if len(replies) == 1:
            task = asyncio.create_task(tell())
            tasks.add(task)
            task.add_done_callback(tasks.discard)

    handle = api.send(request, lambda answer: reply("ok", answer), lambda error: reply("error", error))
    try:
        async with condition:
            await condition.wait_for(lambda: replies)
        if tasks:
            await asyncio.wait(tasks)
    except asyncio.CancelledError:
        replies.append(None)
        api.abort(handle)
        raise
    kind, value = replies[0]
    if kind == "error":
        raise value
    return value
