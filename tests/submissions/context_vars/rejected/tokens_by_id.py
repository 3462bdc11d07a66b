"""Keeps the tokens by the ids: two requests with the same id get one another's.

verdict: error
diagnosis: a token was made in one context and reset in another
"""

import asyncio
from contextvars import ContextVar, copy_context

request_id = ContextVar("request_id", default="-")


tokens = {}


async def handle(rid, work):
    tokens[rid] = request_id.set(rid)
    try:
        return await work()
    finally:
        request_id.reset(tokens.pop(rid))


def bind(func):
    context = copy_context()
    return lambda *args, **kwargs: context.copy().run(func, *args, **kwargs)


async def in_thread(func, *args):
    return await asyncio.to_thread(func, *args)
