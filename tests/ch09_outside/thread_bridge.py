"""Scenarios of thread_bridge: threads that push, a coroutine that takes, and calls from threads.

Nothing depends on how long anything takes. Threads wait until something has happened on the loop, and give up, and note
it, when it would never happen; then they wake the loop, to let the run come to its end.
"""

import asyncio
import inspect
import threading
import time
from contextlib import contextmanager, suppress

BEAT = 0.01
PATIENCE = 4.0  # seconds, in which a loop that is woken has long been awake
QUIET_BEATS = 20
ASLEEP_BEATS = 60  # in which whoever polls has looked often
ODD = {"an exception": ValueError("spoiled"), "an ellipsis": ...}  # items that JSON has no word for


def until(condition, seconds=PATIENCE, progress=lambda: None):
    """Waits on a thread; False: in vain, for so many seconds without any progress."""
    since, last = time.monotonic(), progress()
    while not condition():
        if (now := progress()) != last:
            since, last = time.monotonic(), now
        if time.monotonic() - since > seconds:
            return False
        time.sleep(BEAT / 2)
    return True


class Bridge:
    """A feed, one consumer at a time, and threads."""

    def __init__(self, exercise, record):
        self.record = record
        self.loop = asyncio.get_running_loop()
        self.feed = record.call_plain(exercise.ThreadFeed, self.loop)
        self.there = record.calls[-1]["ending"] == "returned"
        self.got = []
        self.over = 0
        self._lock = threading.Lock()

    async def consume(self, most=None, turns=20):
        """A task that takes items, `most` at most. It has begun when this returns.

        `turns`: in these the short tasks end that a push may have made.
        """

        async def take_all():
            others = asyncio.all_tasks()
            try:
                taken = 0
                with self.record.span("the consumer"):
                    async for item in self.feed:
                        self.got.append(next((name for name, odd in ODD.items() if odd is item), item))
                        taken += 1
                        if taken == most:
                            break
            finally:
                self.over += 1
                for _ in range(turns):
                    if asyncio.all_tasks() <= others:
                        break
                    await asyncio.sleep(0)

        consumer = self.record.background(self.record.call(take_all), "the consumer")
        await asyncio.sleep(0)
        return consumer

    def push(self, item):
        """One that is noted; for the others there is the feed itself."""
        with self._lock:
            value = ODD.get(item, item) if isinstance(item, str) else item
            self.record.call_plain(self.feed.push, value)
            self.record.event("pushed", self._thread())

    def close(self):
        with self._lock:
            self.record.call_plain(self.feed.close)
            self.record.event("closed", self._thread())

    def _thread(self):
        return "the loop's thread" if self.loop is asyncio._get_running_loop() else "a thread"

    def wake(self):
        self.loop.call_soon_threadsafe(lambda: None)

    async def in_a_thread(self, work):
        """Runs a plain function in a thread of its own. Whoever waits for it has no timer."""
        done = self.loop.create_future()
        failed = []

        def run():
            try:
                work()
            except BaseException as error:
                failed.append(error)
            finally:
                self.loop.call_soon_threadsafe(done.set_result, None)

        threading.Thread(target=run).start()
        await done
        if failed:
            raise failed[0]

    def ended(self, times=1):
        """Waits in a thread for the end of the consumer, wakes the loop if that is what is missing."""
        if not until(lambda: self.over >= times, progress=lambda: len(self.got)):
            self.record.event("not ended", consumer=times)
            self.wake()
            until(lambda: self.over >= times, 0.3)

    async def finish(self, *consumers):
        hanging = [consumer.cancel() for consumer in consumers]
        await asyncio.wait(consumers)
        self.record.event("received", items=self.got)
        if any(hanging):  # a thread may be waiting in the place of each
            with suppress(Exception):
                for _ in consumers:
                    self.feed.push("nothing")


async def woken(exercise, record, items):
    """A thread pushes into a loop that is asleep, again and again, and closes while the consumer waits."""
    bridge = Bridge(exercise, record)
    if not bridge.there:
        return
    consumer = await bridge.consume()

    def work():
        timers = 0
        for number, item in enumerate(items, 1):
            for _ in range(ASLEEP_BEATS):
                time.sleep(BEAT)
                timers = max(
                    timers, len([1 for timer in list(bridge.loop._scheduled) if not timer._cancelled])
                )
            bridge.push(item)
            if not until(lambda number=number: len(bridge.got) >= number):
                record.event("not woken")
                break
        record.event("timers", most=timers)
        time.sleep(QUIET_BEATS * BEAT)
        bridge.close()
        bridge.ended()

    await bridge.in_a_thread(work)
    await bridge.finish(consumer)


async def crowd(exercise, record, threads, each):
    """Many threads push at the same time; the last of them closes."""
    bridge = Bridge(exercise, record)
    if not bridge.there:
        return
    consumer = await bridge.consume(turns=4 * threads * each)
    start = threading.Barrier(threads)

    def one(thread):
        try:
            start.wait()
            bridge.push([thread, 0])
            for number in range(1, each):
                bridge.feed.push([thread, number])
        except Exception as error:
            record.event("push raised", error=error)

    def work():
        crew = [threading.Thread(target=one, args=(thread,)) for thread in range(threads)]
        for thread in crew:
            thread.start()
        for thread in crew:
            thread.join()
        bridge.close()
        bridge.ended()

    await bridge.in_a_thread(work)
    await bridge.finish(consumer)


async def beside(exercise, record):
    """Somebody else counts on the loop while the consumer waits."""
    bridge = Bridge(exercise, record)
    if not bridge.there:
        return
    counted = 0

    async def count():
        nonlocal counted
        while True:
            await asyncio.sleep(BEAT)
            counted += 1

    counting = record.background(count(), "counter")
    consumer = await bridge.consume()

    def work():
        time.sleep(QUIET_BEATS * BEAT)
        before = counted
        if not until(lambda: counted >= before + QUIET_BEATS):
            record.event("the loop stood still")
        bridge.push("parcel")
        bridge.close()
        bridge.ended()

    await bridge.in_a_thread(work)
    counting.cancel()
    await bridge.finish(consumer)


def in_debug_mode(exercise, record, items):
    """The loop, in a thread, checks which thread its methods are called on; the main thread pushes."""
    loop = asyncio.new_event_loop()
    loop.set_debug(True)
    got, over = [], threading.Event()

    async def make():
        return record.call_plain(exercise.ThreadFeed, loop)

    async def take(feed):
        async for item in feed:
            got.append(item)
        over.set()

    with running(loop):
        feed = asyncio.run_coroutine_threadsafe(make(), loop).result()
        if feed is None:
            return
        consumer = asyncio.run_coroutine_threadsafe(take(feed), loop)
        time.sleep(QUIET_BEATS * BEAT)
        for item in items:
            record.call_plain(feed.push, item)
        record.call_plain(feed.close)
        until(lambda: over.is_set() or consumer.done())
        record.event("received", items=got)


async def busy_loop(exercise, record, items):
    """The loop's thread is busy with something else until a thread has pushed everything."""
    bridge = Bridge(exercise, record)
    if not bridge.there:
        return
    consumer = await bridge.consume()
    await asyncio.sleep(BEAT)
    done = threading.Event()

    def work():
        for item in items:
            bridge.push(item)
        done.set()
        bridge.close()

    thread = threading.Thread(target=work)
    thread.start()
    if not done.wait(PATIENCE):
        record.event("push waited for the loop")
    await bridge.in_a_thread(bridge.ended)
    await bridge.in_a_thread(thread.join)
    await bridge.finish(consumer)


async def on_the_loop(exercise, record, items, parts, closes=1, cancelled=False, by_a_thread=False):
    """All pushed on the loop's own thread, before anybody takes. `parts`: how many each consumer takes, None: all.

    `cancelled`: before that a consumer waits in vain, and is cancelled.
    `by_a_thread`: a thread pushes, and is over when the loop's own closes.
    """
    bridge = Bridge(exercise, record)
    if not bridge.there:
        return
    consumers = []
    if cancelled:
        consumers.append(await bridge.consume())
        await asyncio.sleep(QUIET_BEATS * BEAT)
        consumers[0].cancel()
        await asyncio.wait(consumers)
        record.event("the waiting", ending=record.last["ending"])
    done = threading.Event()

    def push_all():
        for item in items:
            bridge.push(item)
        done.set()

    if by_a_thread:
        thread = threading.Thread(target=push_all)
        thread.start()
        if not done.wait(PATIENCE):  # push waits for the loop
            await bridge.in_a_thread(thread.join)
    else:
        push_all()
    for _ in range(closes):
        bridge.close()
    for part in parts:
        consumer = await bridge.consume(part)
        consumers.append(consumer)
        times = len(consumers)
        await bridge.in_a_thread(lambda times=times: bridge.ended(times))
        if not consumer.done():
            break
    await bridge.finish(*consumers)


async def cancelled_beside_a_push(exercise, record, turns):
    """A consumer waits, an item is pushed on the loop, and so many turns later the consumer is cancelled."""
    bridge = Bridge(exercise, record)
    if not bridge.there:
        return
    consumers = []
    for most in range(turns):
        consumers.append(await bridge.consume())
        await asyncio.sleep(BEAT)
        bridge.push(f"item {most}")
        for _ in range(most):
            await asyncio.sleep(0)
        consumers[-1].cancel()
        await asyncio.wait(consumers)
    bridge.close()
    consumers.append(await bridge.consume())
    await bridge.in_a_thread(lambda: bridge.ended(len(consumers)))
    await bridge.finish(*consumers)


# call_async


async def call(exercise, record, how, seconds, cleanup=0.0):
    """One call. `how`: the coroutine "returns", "raises", "times out" by an error of its own, or "hangs"."""
    loop = asyncio.get_running_loop()
    errors = {"raises": ValueError("no such parcel"), "times out": TimeoutError("the other side is silent")}
    for error in errors.values():
        record.name(error, "the error of the coroutine")
    release = asyncio.Event()

    async def job():
        here = asyncio.get_running_loop() is loop
        with record.span("the coroutine", on_the_loop=here):
            await asyncio.sleep(BEAT)
            if how in errors:
                raise errors[how]
            if how == "hangs":
                try:
                    await release.wait()
                except asyncio.CancelledError:
                    await asyncio.sleep(cleanup)
                    raise
            return ["a parcel"]

    bridge = Calls(record, loop)
    coroutine = job()

    def work():
        time.sleep(QUIET_BEATS * BEAT)  # until the loop is asleep
        began = time.monotonic()
        bridge.start(lambda: record.call_plain(exercise.call_async, coroutine, loop, seconds))
        if not bridge.wait(PATIENCE + (seconds if how == "hangs" else 0)):
            record.event("no end")
            loop.call_soon_threadsafe(release.set)
        bridge.wait(PATIENCE)
        record.event("waited", seconds=time.monotonic() - began)
        if how == "hangs" and not until(lambda: inspect.getcoroutinestate(coroutine) == inspect.CORO_CLOSED):
            if record.spans:  # else it never began
                record.event("not cancelled")
            loop.call_soon_threadsafe(release.set)

    await bridge.in_a_thread(work)


async def calls_at_once(exercise, record, values):
    """As many threads as there are places at a table on the loop: nobody gets up before all are there."""
    loop = asyncio.get_running_loop()
    there, count = 0, len(values)
    all_there = asyncio.Event()

    async def job(number):
        nonlocal there
        with record.span(f"call {number}"):
            there += 1
            if there == count:
                all_there.set()
            await all_there.wait()
        return values[number]

    results = [None] * count

    def one(number):
        try:
            results[number] = exercise.call_async(job(number), loop, 10)
        except Exception as error:
            results[number] = f"raised {type(error).__name__}"

    bridge = Calls(record, loop)

    def work():
        threads = [threading.Thread(target=one, args=(number,)) for number in range(count)]
        for thread in threads:
            thread.start()
        if not until(lambda: there == count):
            record.event("not at once", there=there)
            loop.call_soon_threadsafe(all_there.set)
        for thread in threads:
            thread.join()

    await bridge.in_a_thread(work)
    record.event("results", values=results)


async def on_its_own_thread(exercise, record):
    """The thread that waits is the one that would have to do the work."""
    loop = asyncio.get_running_loop()

    async def job():
        with record.span("the coroutine"):
            return "never"

    record.call_plain(exercise.call_async, job(), loop, 1.0)
    await asyncio.sleep(2 * BEAT)


async def from_a_thread_with_a_loop(exercise, record):
    """The thread that calls runs an event loop, too, but another one."""
    loop = asyncio.get_running_loop()

    async def job():
        await asyncio.sleep(BEAT)
        return "from the other loop"

    async def other():
        record.call_plain(exercise.call_async, job(), loop, 10)

    await Bridge.in_a_thread(Calls(record, loop), lambda: asyncio.run(other()))


def from_the_main_thread(exercise, record):
    """The loop runs in a thread, and the main thread calls; then a coroutine of that loop calls, which is refused."""
    loop = asyncio.new_event_loop()

    async def job():
        await asyncio.sleep(BEAT)
        return "from the main thread"

    async def refused():
        record.call_plain(exercise.call_async, job(), loop, 1.0)

    with running(loop):
        time.sleep(QUIET_BEATS * BEAT)  # until the loop is asleep
        record.call_plain(exercise.call_async, job(), loop, 10)
        asyncio.run_coroutine_threadsafe(refused(), loop).result()


@contextmanager
def running(loop):
    """The loop runs in a thread meanwhile."""
    thread = threading.Thread(target=loop.run_forever)
    thread.start()
    try:
        yield
    finally:
        loop.call_soon_threadsafe(loop.stop)
        thread.join()
        loop.close()


class Calls:
    """A thread that calls, and one that looks on."""

    def __init__(self, record, loop):
        self.record, self.loop = record, loop
        self.in_a_thread = lambda work: Bridge.in_a_thread(self, work)
        self._over = threading.Event()

    def start(self, call):
        def run():
            try:
                call()
            finally:
                self._over.set()

        threading.Thread(target=run).start()

    def wait(self, seconds):
        return self._over.wait(seconds)
