"""The limited part in a function of its own that returns whether it was in time."""

import asyncio
import contextlib


class OwnError(Exception):
    pass


async def limited(job, seconds):
    deadline = asyncio.get_running_loop().time() + seconds
    async with asyncio.timeout_at(deadline):
        try:
            return await job()
        except TimeoutError as error:
            raise OwnError from error


async def with_fallback(primary, fallback, seconds):
    try:
        return await limited(primary, seconds)
    except OwnError as wrapped:
        raise wrapped.__cause__
    except TimeoutError:
        pass
    return await fallback()
