"""Waits with an event of the threading module.

verdict: deadlock
diagnosis: the callback that would end this wait comes on the very same thread
"""

import threading


async def call(api, request):
    came = threading.Event()
    box = []

    def reply(answer, error):
        box.append((answer, error))
        came.set()

    api.send(request, lambda answer: reply(answer, None), lambda error: reply(None, error))
    came.wait()
    answer, error = box[0]
    if error:
        raise error
    return answer
