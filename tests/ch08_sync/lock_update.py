"""Scenarios of lock_update: a store that takes its time, and calls of a bank that overlap.

`plan` is a list of calls: {"at": seconds until it is made, "deposit": [account, amount]} or "transfer": [src, dst,
amount]. With "cancel_at" the call is cancelled at these instants, in seconds after the beginning. With "cancels" it
cancels, as soon as it has returned and in the same step, the call with this number in the plan. `costs` is the
seconds of a read and of a write; `fails` lists what goes wrong, each thing once: [account, "read" or "write", which
time]; `slow` lists in the same way what takes 3 seconds more.
"""

import asyncio

SLOW = 3


class Store:
    def __init__(self, record, balances, costs, fails=(), slow=()):
        self._record = record
        self._costs = dict(zip(("read", "write"), costs, strict=True))
        self._fails = fails
        self._slow = slow
        self._count = {}
        self.balances = balances

    async def read(self, account):
        await self._work("read", account)
        return self.balances[account]

    async def write(self, account, balance):
        await self._work("write", account)
        self.balances[account] = balance

    async def _work(self, what, account):
        nth = self._count[account, what] = self._count.get((account, what), 0) + 1
        with self._record.span(f"{what} {account}"):
            await asyncio.sleep(self._costs[what] + SLOW * ([account, what, nth] in self._slow))
            if [account, what, nth] in self._fails:
                error = OSError(f"{account} cannot be {'read' if what == 'read' else 'written'}")
                self._record.name(error, "the error of the store")
                raise error


async def banking(exercise, record, balances, plan, costs=(0.5, 0.5), fails=(), slow=(), then=0):
    """The calls of the plan, each made in a task of its own; `then` seconds later one looks into the store."""
    store = Store(record, balances, costs, fails, slow)
    bank = exercise.Bank(store)

    async def one(step):
        if step["at"]:
            await asyncio.sleep(step["at"])
        if "deposit" in step:
            await record.call(bank.deposit, *step["deposit"])
        else:
            await record.call(bank.transfer, *step["transfer"])
        if "cancels" in step:
            tasks[step["cancels"]].cancel()

    tasks = []
    for step, name in zip(plan, names_of(plan), strict=True):
        tasks.append(asyncio.create_task(one(step), name=name))
        for at in step.get("cancel_at", ()):
            asyncio.get_running_loop().call_later(at, tasks[-1].cancel)
    await asyncio.wait(tasks)
    await asyncio.sleep(then)
    record.event("at the end", balances=dict(store.balances))


async def two_banks(exercise, record):
    """Each bank has a store of its own, and an account of the same name in it."""
    banks = [exercise.Bank(Store(record, {"a": 100}, (0.5, 0.5))) for _ in range(2)]
    await asyncio.gather(*(record.call(bank.deposit, "a", 1) for bank in banks))


def names_of(plan):
    """A name for each call of the plan; a number is added where the same call comes again."""
    names = []
    for step in plan:
        name = "deposit into {}".format(*step.get("deposit", "-"))
        if "transfer" in step:
            name = "transfer {} to {}".format(*step["transfer"])
        again = sum(other.partition(" (")[0] == name for other in names)
        names.append(f"{name} ({again + 1})" if again else name)
    return names
