"""An awaitable of its own whose __await__ yields once: what sleep(0) does."""

class Turn:
    def __await__(self):
        yield


async def countdown(name, n, log):
    for k in range(n, 0, -1):
        log.append(f"{name}{k}")
        await Turn()


async def total(numbers, every):
    result = 0
    for at, number in enumerate(numbers):
        result += number
        if at % every == every - 1:
            await Turn()
    return result
