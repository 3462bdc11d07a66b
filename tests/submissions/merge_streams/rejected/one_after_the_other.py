"""Chains the sources.

verdict: failed
diagnosis: one source was read after the other
"""


async def merge(*sources):
    try:
        for source in sources:
            async for item in source:
                yield item
    finally:
        for source in sources:
            if hasattr(source, "aclose"):
                await source.aclose()
