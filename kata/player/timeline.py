"""One clock for all the threads of a run.

A run is a set of participants: the main thread and every `threading.Thread` it starts. Each either runs or is blocked,
with or without an instant at which it wants to go on. On the virtual clock time stands still while anybody runs; when
the last one blocks, the clock jumps to the earliest of those instants and wakes exactly that participant. When nobody
runs and nobody has such an instant, nothing can ever happen again: a deadlock.

On the wall clock the same book is kept, but the machine's own time passes.

Times are seconds. Virtual time lives on a grid of 2**-20 s and starts at 1024.0, so that sums and differences of clock
readings are exact: whoever waits 0.3 s measures at least 0.3 s, as on a real clock.
"""

import _thread
import heapq
import itertools
import math
import time
from collections.abc import Callable
from typing import NoReturn

GRID = 2.0**-20
START = 1024.0
EPOCH = 1_700_000_000  # time.time() at the virtual start

BUSY_AFTER = 2_000  # clock readings, or loop turns, at one instant before each of them begins to cost time
READ_COST = 2.0**-13
TURN_COST = 2.0**-14
SPIN_AFTER = 100_000  # loop turns without any waiting
POLLING = 5.0  # real seconds for which an answer may look again and again, if something is scheduled that may end it
FAR = 2.0**29  # virtual seconds, 17 years, after which a run has no end
GRACE = 0.25  # real seconds that a blocked participant grants to one that runs, beyond the wait itself

real_monotonic = time.monotonic  # taken before anything is replaced


def grid_up(seconds: float) -> float:
    """The first instant of the grid that is not before `seconds`."""
    return math.ceil(seconds / GRID) * GRID


class Stopped(BaseException):
    """The run cannot go on. Not an Exception: an answer's `except Exception` must not swallow it."""


class Deadlock(Stopped):
    """Nobody runs, and nothing is scheduled that could wake anybody."""


class Endless(Stopped):
    """Whatever happens next lies further ahead than any run needs."""

    def __init__(self) -> None:
        super().__init__(f"{FAR / 31_557_600:.0f} years of waiting without an end")


class Spin(Stopped):
    """The event loop turns and turns, and nothing that it waits for is scheduled."""


class Waiter:
    """One blocked participant. `release()` wakes it: `threading.Condition.notify` calls that name."""

    __slots__ = ("_rouse", "blocked", "ended", "lock", "open", "released", "resumed", "timeline", "wake")

    def __init__(self, timeline: "Timeline", rouse: Callable[[], object] | None = None) -> None:
        self.timeline = timeline
        self.wake: float | None = None
        self.blocked = False
        self.released = False
        self.resumed = False
        self.open = False  # the world may wake it: sockets
        self.ended: Stopped | None = None
        self.lock = _thread.allocate_lock()
        self.lock.acquire()
        self._rouse = rouse or self.lock.release

    def release(self) -> None:
        with self.timeline.lock:
            if not self.released:
                self.released = True
                if self.blocked:
                    self.timeline.resume(self)

    def rouse(self) -> None:
        self._rouse()


class Timeline:
    """The clock of one run.

    `virtual`: jump instead of waiting. `on_stopped` is called with the exception that ends the run when it cannot
    go on; it must not return. Without it that exception is raised, by a deadlock in every thread that waits: were
    one left waiting, whoever cleans up would wait for it.

    `turns`: those of the event loop that found work ready. On the virtual clock they are counted until another thread
    joins: from then on it is chance in how many of them the loop hears of it, and equal runs shall have equal traces.
    """

    def __init__(self, *, virtual: bool) -> None:
        self.virtual = virtual
        self.lock = _thread.RLock()
        self.participants = 1
        self.outside = 0  # open doors to the world: whoever is behind them keeps real time
        self.turns = 0
        self._counts = True
        self.changes = 0  # how often somebody has blocked or gone on
        self.on_blocked: Callable[[float, float, str], None] = lambda start, end, what: None
        self.on_stopped: Callable[[Stopped], NoReturn] | None = None
        self._now = START
        self._running = 1
        self._heap: list[tuple[float, int, Waiter]] = []
        self._waiting: set[Waiter] = set()
        self._serial = itertools.count()
        self._reads = 0
        self._idle_turns = 0
        self._busy_since = 0.0
        self._polls = False
        self._turn_reads = 0
        self.origin = self.now

    @property
    def now(self) -> float:
        """This instant on the clock of `time.monotonic`, without counting as a reading."""
        return self._now if self.virtual else real_monotonic()

    @staticmethod
    def real() -> float:
        """The machine's own monotonic clock."""
        return real_monotonic()

    @property
    def elapsed(self) -> float:
        """Seconds since `origin`."""
        return self.now - self.origin

    def read(self) -> float:
        """A reading by the answer. Reading again and again makes time pass, or a busy wait would never end."""
        if not self.virtual:
            return real_monotonic()
        self._reads += 1
        self._turn_reads += 1
        if self._reads > BUSY_AFTER:
            start = self._now
            self._now += READ_COST
            self.on_blocked(start, self._now, "a busy wait on the clock")
        return self._now

    def read_in_loop(self) -> float:
        """A reading by the event loop or by `loop.time()`."""
        self._turn_reads += 1
        return self._now

    def turn(self, timers: bool) -> None:
        """Counts a turn of the event loop that finds work ready; `timers`: something is scheduled for later."""
        self.turns += self._counts
        self._idle_turns += 1
        busy = self._idle_turns > BUSY_AFTER
        # The loop itself reads the clock once a turn. Time passes only if somebody could notice it.
        if busy and self.virtual and (timers or self._turn_reads > 1):
            self._now += TURN_COST
        self._turn_reads = 0
        self._reads = 0
        if self._idle_turns == BUSY_AFTER:
            self._polls, self._busy_since = False, real_monotonic()
        if self._idle_turns > SPIN_AFTER or (busy and self._polls and timers and not self._may_poll()):
            if timers and self._may_poll():  # what is scheduled may end it; then all turns count again
                self._polls, self._idle_turns = True, BUSY_AFTER + 1
                return
            self._idle_turns = 0
            self.stop(Spin(f"{SPIN_AFTER:,} turns of the event loop without any waiting"))

    def _may_poll(self) -> bool:
        """Whether time may bring something new yet: on the wall clock it does not pass by turns."""
        return not self.virtual and real_monotonic() - self._busy_since < POLLING

    def stop(self, why: Stopped) -> NoReturn:
        if self.on_stopped is not None:
            self.on_stopped(why)
        raise why

    def jump(self, seconds: float | None) -> None:
        """The only participant waits `seconds`; None: for ever."""
        if seconds is None:
            self.stop(Deadlock("nothing is ready and nothing is scheduled"))
        if self._now + seconds > START + FAR:
            self.stop(Endless())
        self._move(math.floor((self._now + seconds) / GRID + 0.25) * GRID)

    def pass_real(self, seconds: float) -> None:
        """Virtual time follows the real seconds that somebody spent outside."""
        with self.lock:
            self._move(grid_up(self._now + seconds))

    def _move(self, to: float) -> None:
        self._now = max(self._now, to)
        self._reads = 0
        self._idle_turns = 0

    def joins(self) -> None:
        """A new thread will run: time must not pass before it does."""
        with self.lock:
            self._counts = not self.virtual
            self.participants += 1
            self._running += 1

    def leaves(self) -> None:
        """A thread has run to its end."""
        with self.lock:
            self.participants -= 1
            self._running -= 1
            self._advance_if_idle()

    def leave_the_run(self) -> None:
        """Called in a forked child, with the lock held: real time passes there, and it cannot end the run."""
        self.lock = _thread.RLock()  # the other threads of the parent do not exist here
        self.outside += 1
        self.participants = self._running = 1
        self._heap.clear()
        self._waiting.clear()
        self.on_stopped = None

    def block(self, waiter: Waiter, seconds: float | None, what: str) -> bool:
        """Blocks the calling thread until `waiter.release()` (True) or for `seconds` (False)."""
        start = self.now
        with self.lock:
            if waiter.released:
                return True
            if seconds is not None and seconds <= 0:
                return False
            self.enter(waiter, seconds)
        while not waiter.resumed:
            self._sleep_really(waiter)
        if waiter.ended is not None:
            raise waiter.ended
        if self.now - start > 0:
            self.on_blocked(start, self.now, what)
        return waiter.released

    def enter(self, waiter: Waiter, seconds: float | None) -> None:
        """Marks the calling thread as blocked: it must wait until `waiter.resumed`, then raise `waiter.ended`, if any.

        Needs the lock.
        """
        waiter.resumed = False
        waiter.blocked = True
        waiter.wake = None
        if seconds is not None:
            wanted = self.now + seconds
            waiter.wake = (
                math.ceil(wanted / GRID - 0.25) * GRID if self.virtual and seconds < 1e12 else wanted
            )
            if waiter.wake < math.inf:
                heapq.heappush(self._heap, (waiter.wake, next(self._serial), waiter))
            else:
                waiter.wake = None
        self._waiting.add(waiter)
        self.changes += 1
        self._running -= 1
        self._idle_turns = 0
        self._advance_if_idle()

    def resume(self, waiter: Waiter) -> None:
        """Marks a blocked participant as running and wakes it. Needs the lock."""
        waiter.blocked = False
        waiter.resumed = True
        self._waiting.discard(waiter)
        self.changes += 1
        self._running += 1
        waiter.rouse()

    def remaining(self, waiter: Waiter) -> float | None:
        """Real seconds that a blocked participant should wait before it asks `overdue`; None: until it is woken."""
        wake = waiter.wake
        if wake is None:
            return None
        return max(0.0, wake - self.now) + (GRACE if self.virtual else 0.0)

    def overdue(self, waiter: Waiter) -> None:
        """The real time of a wait has passed: it ends, whatever those who still run are doing."""
        with self.lock:
            if waiter.blocked and waiter.wake is not None:
                if self.virtual:
                    self._move(waiter.wake)
                self.resume(waiter)

    def _sleep_really(self, waiter: Waiter) -> None:
        seconds = self.remaining(waiter)
        if seconds is None:
            waiter.lock.acquire()
        elif not waiter.lock.acquire(timeout=min(seconds, _thread.TIMEOUT_MAX)):
            self.overdue(waiter)

    def world_is_silent(self, changes: int) -> None:
        """Nothing has come from the world for a while, in which nobody blocked or went on if `changes` is unchanged."""
        with self.lock:
            if self.changes == changes:
                self._advance_if_idle(silent=True)

    def _advance_if_idle(self, *, silent: bool = False) -> None:
        if self._running or not self._waiting:
            return
        while self._heap and not (self._heap[0][2].blocked and self._heap[0][2].wake == self._heap[0][0]):
            heapq.heappop(self._heap)
        world = self.outside or any(waiter.open for waiter in self._waiting)
        if not self._heap:
            if not world:
                self._stop_everybody(Deadlock("every thread waits, and nothing is scheduled"))
        elif self.virtual and (not world or (silent and not self.outside)):
            wake, _, waiter = heapq.heappop(self._heap)
            if wake > START + FAR:
                self._stop_everybody(Endless())
                return
            self._move(wake)
            self.resume(waiter)

    def _stop_everybody(self, why: Stopped) -> None:
        if self.on_stopped is not None:
            self.on_stopped(why)
        for waiter in list(self._waiting):
            waiter.ended = why
            self.resume(waiter)
