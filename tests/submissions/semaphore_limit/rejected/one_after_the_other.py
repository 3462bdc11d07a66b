"""Awaits each fetch before it begins the next one.

verdict: failed
diagnosis: one fetch after the other: no second one was ever under way
"""


async def fetch_all(fetch, urls, limit):
    return [await fetch(url) for url in urls]
