"""Scenarios of offload_thread: a blocking call that knows who else is at work.

Nothing depends on how long anything takes. A call waits until the others are under way too, and then until a counter
on the event loop has gone on; it gives up, and notes it, when that would never happen. A call on the event loop's own
thread cannot wait for either: it sleeps for a moment.
"""

import asyncio
import math
import threading
import time

BEAT = 0.01  # seconds between two beats of the counter
PATIENT_BEATS = 200  # for whoever was not there by then, there was every chance to come
# With those of forty beats as slow as the slowest so far: in that time a free loop does beat.
PATIENT_LOOKS = 400
STUCK_BEATS = 800  # without a call under way, after which crawl waits for nothing any more
ASLEEP = 8  # seconds after which nobody has woken the loop
MOMENT = 0.2


class Counter:
    """Counts on the event loop."""

    def __init__(self):
        self.count = 0
        self.stillest = 0.0

    async def go_on(self):
        last = time.monotonic()
        while True:
            await asyncio.sleep(BEAT)
            self.count += 1
            now = time.monotonic()
            self.stillest = max(self.stillest, now - last)
            last = now


class Patience:
    """Waits for what others do, from a thread; when it has been in vain once, never again."""

    def __init__(self, counter):
        self._counter = counter
        self._looks = PATIENT_LOOKS + 40 * counter.stillest / (BEAT / 2)
        self.lost = False

    def until(self, condition, beats=PATIENT_BEATS):
        """Gives up after that many beats of the counter, and when the counter itself stands still."""
        first = seen = self._counter.count
        looks = 0
        while not condition():
            looks += 1
            if self._counter.count != seen:
                seen, looks = self._counter.count, 0
            if self.lost or seen - first > beats or looks > self._looks:
                self.lost = True
                return False
            time.sleep(BEAT / 2)
        return True


async def crawl(
    exercise, record, urls, order=None, together=None, hold=30, fails=None, pages=None, times=1, cancel=None
):
    """Calls crawl.

    `order`: in which order the calls end, by their places among the urls. `together`: how many calls wait for one
    another. `hold`: for how many beats the first of them goes on then. `fails`: the place of a url whose call raises,
    when all are under way. `cancel`: crawl is cancelled "early", before its first step, or when all are "under way".
    """
    loop_thread = threading.get_ident()
    counter = Counter()
    counting = record.background(counter.go_on(), "counter")
    await asyncio.sleep(10 * BEAT)
    patience = Patience(counter)
    order = list(range(len(urls))) if order is None else order
    together = len(urls) if together is None else together
    error = OSError("no such page")
    record.name(error, "the error of the call")
    lock = threading.Lock()
    state = {}

    def blocking_get(url):
        with lock:
            place = next((at for at in state["free"] if urls[at] == url), None)
            if place in state["free"]:
                state["free"].remove(place)
            state["under way"] += 1
            state["begun"] += 1
        on_loop = threading.get_ident() == loop_thread
        try:
            with record.span(url, place=place, on_loop=on_loop) as span:
                if on_loop:
                    span.note(in_a_task_of_its_own=asyncio.current_task() is not state["task"])
                    time.sleep(MOMENT)
                else:
                    in_a_thread(place, span)
                if place is not None and place == fails:
                    raise error
        finally:
            with lock:
                state["under way"] -= 1
                state["over"].append(place)
        page = f"page of {url}" if pages is None else pages[place]
        return ValueError("no error") if page == "ValueError: no error" else page

    def in_a_thread(place, span):
        span.note(met=patience.until(lambda: state["begun"] >= together))
        if cancel or fails is not None:
            if place != fails:
                patience.until(lambda: record.last["cancels"] or fails in state["over"])
                go_on(hold, span)
            return
        before = order[: order.index(place)] if together > 1 and place in order else []
        patience.until(lambda: all(other in state["over"] for other in before), math.inf)
        go_on(hold if not before else 4, span)

    def go_on(beats, span):
        wanted = counter.count + beats
        span.note(counted=patience.until(lambda: counter.count >= wanted, math.inf))

    async def call():
        cancel_at = [None] if cancel == "early" else []
        await record.call(exercise.crawl, blocking_get, urls, cancel_at=cancel_at)

    async def not_for_ever(task):
        quiet = 0
        while not task.done():
            await asyncio.sleep(BEAT)
            quiet = 0 if state["under way"] else quiet + 1
            if quiet > STUCK_BEATS:
                record.event("stuck")
                task.cancel()
                await asyncio.wait({task}, timeout=1)
                break

    for _ in range(times):
        state.update({"free": list(range(len(urls))), "under way": 0, "begun": 0, "over": []})
        state["task"] = task = record.background(call(), "crawl")
        if cancel == "under way":
            while state["begun"] < together and not patience.lost and not task.done():
                await asyncio.sleep(BEAT)
            record.last["cancels"].append(record.now)
            task.cancel()
        await not_for_ever(task)
        for _ in range(1_000):
            if not state["under way"]:
                break
            await asyncio.sleep(BEAT)
    await asyncio.sleep(2 * BEAT)
    record.event("counted", stillest=counter.stillest)
    counting.cancel()


async def asleep(exercise, record, urls):
    """Nobody else is at work on the event loop, so it sleeps; a thread that has lost patience wakes it in the end."""
    loop, loop_thread = asyncio.get_running_loop(), threading.get_ident()
    over = threading.Event()

    def blocking_get(url):
        with record.span(url, on_loop=threading.get_ident() == loop_thread):
            time.sleep(MOMENT)
        return f"page of {url}"

    def watch():
        if not over.wait(ASLEEP):
            record.event("not woken")
            loop.call_soon_threadsafe(lambda: None)

    watching = threading.Thread(target=watch)
    watching.start()
    await record.call(exercise.crawl, blocking_get, urls)
    over.set()
    watching.join()
