"""brew is a plain function.

verdict: error
diagnosis: brew ran at the call
"""

def brew(order, log):
    log.append(f"brewing {order}")
    return f"{order} ready"


def take_order(order, log):
    return brew(order, log)


async def serve(work):
    return await work
