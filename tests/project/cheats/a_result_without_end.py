"""Returns a list that contains itself, and a thousand lists of a thousand lists.

exercise: gather_results
verdict: timeout, failed, error
"""


async def settle(fetch, keys):
    result = [0]
    result.append(result)
    return [result] * 1000 + [[result] * 1000] * 1000


first_error = settle
