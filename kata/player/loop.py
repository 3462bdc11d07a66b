"""The event loop of a run: asyncio's own selector loop on the run's timeline.

On the wall clock it is the stock loop with a selector that watches for deadlocks. On the virtual clock its time is the
timeline's, and instead of waiting in the selector it lets the timeline jump.
"""

import asyncio
import concurrent.futures
import math
import selectors
import threading
import weakref
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from .stand_ins import StandIn, stands_in
from .ties import Ties
from .timeline import GRID, Timeline, Waiter

THREADS = 32  # width of the default executor, which asyncio derives from the machine's CPU count
# Real seconds that open sockets get before virtual time jumps: a kernel may hold back an acknowledgement for 0.04 s,
# and with it the rest of what the other side has written.
WORLD_POLL = 0.06
BaseSelectorLoop: Any = (
    asyncio.SelectorEventLoop
)  # its private parts are used here, of which typing knows nothing


class PacedSelector(selectors.DefaultSelector):
    """Waits by the timeline instead of by the operating system."""

    loop: "PacedLoop"

    def __init__(self, timeline: Timeline) -> None:
        super().__init__()
        self._timeline = timeline
        self._thread = 0
        self._waiter = Waiter(timeline, self._rouse)

    def _rouse(self) -> None:
        if threading.get_ident() != self._thread:
            self.loop._write_to_self()

    def select(self, timeout: float | None = None) -> list[Any]:
        timeline = self._timeline
        alone = timeline.participants == 1 and not timeline.outside and len(self.get_map()) <= 1
        if timeout is not None and timeout <= 0:
            timeline.turn(bool(self.loop._scheduled))
            return [] if alone else super().select(0)
        if self.loop._scheduled and self.loop._scheduled[0].when() == math.inf:
            timeout = None
        if alone and timeline.virtual:
            timeline.jump(timeout)
            return []
        return super().select(0) or self._wait(timeout)

    def _wait(self, timeout: float | None) -> list[Any]:
        timeline, waiter = self._timeline, self._waiter
        if timeline.outside and timeline.virtual:
            return self._wait_really(timeout)
        waiter.open = len(self.get_map()) > 1
        self._thread = threading.get_ident()
        with timeline.lock:
            if self.loop._ready:  # handed over by another thread since asyncio looked
                return super().select(0)
            waiter.released = False
            timeline.enter(waiter, timeout)
        longest = timeline.remaining(waiter)
        deadline = math.inf if longest is None else timeline.real() + longest
        polls = waiter.open and timeline.virtual
        poll = WORLD_POLL if timeout is None else min(timeout, WORLD_POLL)
        while not waiter.resumed:
            changes = timeline.changes
            left = max(0.0, deadline - timeline.real())
            events = super().select(min(left, poll) if polls else None if left == math.inf else left)
            if waiter.resumed:
                break
            if events:
                with timeline.lock:
                    if waiter.blocked:
                        timeline.resume(waiter)
                return events
            if polls:
                timeline.world_is_silent(changes)
            if timeline.real() >= deadline:
                timeline.overdue(waiter)
        if waiter.ended is not None:
            ended, waiter.ended = waiter.ended, None
            raise ended
        return super().select(0)

    def _wait_really(self, timeout: float | None) -> list[Any]:
        before = self._timeline.real()
        events = super().select(timeout)
        passed = self._timeline.real() - before
        # Who goes on late has been kept by the machine: a suspended one must not eat up what others wait for.
        self._timeline.pass_real(passed if timeout is None else min(passed, timeout))
        return events


class PacedLoop(BaseSelectorLoop):  # type: ignore[misc]
    """An event loop on a timeline. `loops` of the timeline's run are told of it.

    `own`: the selector that the answer wants; on the virtual clock only the timeline can wait.
    """

    def __init__(self, timeline: Timeline, ties: Ties, own: selectors.BaseSelector | None = None) -> None:
        self._timeline = timeline
        self._ties = ties
        self.keepers: set[asyncio.Task[None]] = set()  # the loop's own tasks, of which no answer knows
        if own is None or timeline.virtual:
            selector = PacedSelector(timeline)
            selector.loop = self
            self._waiter: Waiter | None = selector._waiter
            super().__init__(selector)
        else:
            self._waiter = None
            super().__init__(own)
        if timeline.virtual:
            self._clock_resolution = GRID / 2

    # An answer may replace what asyncio's base class has, and would not be heard to fail any more.
    call_exception_handler = asyncio.BaseEventLoop.call_exception_handler

    def time(self) -> float:
        if self._timeline.virtual:
            return self._timeline.read_in_loop()
        return float(super().time())

    def call_at(self, when: float, callback: Callable[..., object], *args: Any, context: Any = None) -> Any:
        if self._timeline.virtual and abs(when) < 1e12:
            when = self._ties.slot(when, self._timeline)
        handle = super().call_at(when, callback, *args, context=context)
        if handle._source_traceback:  # in debug mode: where the caller stands, not here
            del handle._source_traceback[-1]
        return handle

    def call_soon_threadsafe(self, callback: Callable[..., object], *args: Any, context: Any = None) -> Any:
        timeline = self._timeline
        with timeline.lock:  # the loop counts as running before the caller can block and let time jump
            handle = super().call_soon_threadsafe(callback, *args, context=context)
            waiter = self._waiter
            if waiter is not None and waiter.blocked:
                timeline.resume(waiter)
        if handle._source_traceback:
            del handle._source_traceback[-1]
        return handle

    def run_in_executor(self, executor: Any, func: Callable[..., Any], *args: Any) -> Any:
        if executor is None and self._default_executor is None:
            self.set_default_executor(concurrent.futures.ThreadPoolExecutor(THREADS, "asyncio"))
        return super().run_in_executor(executor, func, *args)

    def add_signal_handler(self, sig: int, callback: Callable[..., object], *args: Any) -> None:
        super().add_signal_handler(sig, callback, *args)
        self._timeline.outside += 1

    def remove_signal_handler(self, sig: int) -> bool:
        removed = bool(super().remove_signal_handler(sig))
        self._timeline.outside -= removed
        return removed

    async def _make_subprocess_transport(self, *args: Any, **kwargs: Any) -> Any:
        transport = await super()._make_subprocess_transport(*args, **kwargs)
        timeline = self._timeline
        timeline.outside += 1

        async def until_exit() -> None:
            await transport._wait()
            timeline.outside -= 1

        self.keepers.add(self.create_task(until_exit()))
        return transport


class Loops:
    """Every event loop of a run: how many were made, and which of them nobody has closed."""

    def __init__(
        self,
        timeline: Timeline,
        ties: Ties | None = None,
        make: "Callable[[Timeline, Ties, selectors.BaseSelector | None], PacedLoop] | None" = None,
    ) -> None:
        self._timeline = timeline
        self._ties = ties or Ties()
        self._make = make or PacedLoop
        self._made: list[weakref.ref[PacedLoop]] = []
        self.created = 0
        self._closed = 0

    def new(self, selector: selectors.BaseSelector | None = None) -> PacedLoop:
        loop = self._make(self._timeline, self._ties, selector)
        self._made.append(weakref.ref(loop))
        return loop

    def new_for_answer(self, selector: selectors.BaseSelector | None = None) -> PacedLoop:
        """A loop that the answer asked for, by asyncio.run, Runner, new_event_loop or the class."""
        self.created += 1
        loop = self.new(selector)
        close = loop.close

        def closing() -> None:
            if not loop.is_closed():
                self._closed += 1
            close()

        loop.close = closing
        return loop

    @property
    def left_open(self) -> int:
        return self.created - self._closed

    def alive(self) -> Iterator[PacedLoop]:
        for reference in self._made:
            loop = reference()
            if loop is not None and not loop.is_closed():
                yield loop


class _LikeTheStockClass(StandIn):
    """To call, to derive from and to ask about as if it were `asyncio.SelectorEventLoop`."""

    make: Callable[..., Any]  # set while `every_new_loop` lasts

    def __call__(cls, *args: Any, **kwargs: Any) -> Any:
        return cls.make(*args, **kwargs) if cls is SelectorEventLoop else super().__call__(*args, **kwargs)


class SelectorEventLoop(PacedLoop, metaclass=_LikeTheStockClass):
    """Stands in for asyncio's class of that name."""

    def __init__(self, selector: selectors.BaseSelector | None = None) -> None:
        model = SelectorEventLoop.make()
        super().__init__(model._timeline, model._ties, selector)
        model.close()


stands_in(SelectorEventLoop, BaseSelectorLoop)


@contextmanager
def every_new_loop(make: Callable[..., asyncio.AbstractEventLoop]) -> Iterator[None]:
    """While this lasts, every way to get a new event loop gives one made by `make`, which may be given a selector."""
    if hasattr(asyncio.events, "_get_event_loop_policy"):
        policy: Any = type(asyncio.events._get_event_loop_policy())
    else:
        policy = type(asyncio.get_event_loop_policy())
    stock = policy.new_event_loop
    policy.new_event_loop = lambda self: make()
    names = [name for name in ("SelectorEventLoop", "EventLoop") if hasattr(asyncio, name)]
    classes = {name: getattr(asyncio, name) for name in names}
    SelectorEventLoop.make = make
    for name in names:
        setattr(asyncio, name, SelectorEventLoop)
    try:
        yield
    finally:
        policy.new_event_loop = stock
        for name, stock_class in classes.items():
            setattr(asyncio, name, stock_class)
