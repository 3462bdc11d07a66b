"""Plain functions that hand out gather's own future: the caller awaits it all the same."""

from asyncio import gather


def settle(fetch, keys):
    return gather(*map(fetch, keys), return_exceptions=True)


def first_error(fetch, keys):
    return gather(*map(fetch, keys))
