"""crawler: every page once, nobody idle, and an end although nobody knows the last page beforehand."""

from itertools import pairwise

from kata.judge import seconds

SITE = {
    "/": {"links": ["/a", "/b", "/c"]},
    "/a": {"links": ["/d", "/"]},
    "/b": {"links": ["/d", "/e"], "takes": 3},
    "/c": {},
    "/d": {"links": ["/f"]},
    "/e": {"links": ["/a"]},
    "/f": {},
}
LIMITS = {"max_workers": 3, "page_timeout": 10}
TURNS = 20_000  # many times what a crawl needs that waits for what it needs


async def test_every_page_is_fetched_once(run):
    trace = await run("crawling", pages=SITE, **LIMITS)
    check_once(trace)
    check_report(trace, links_of(SITE), {})


async def test_nobody_is_idle_while_a_page_waits(run):
    trace = await run("crawling", pages=SITE, **LIMITS)
    check_busy(trace)
    check_end(trace)
    assert trace.elapsed == seconds(5), "with 3 workers the last page of this site is done at 5"


async def test_never_more_than_max_workers(run):
    trace = await run("crawling", pages=SITE, max_workers=2, page_timeout=10)
    check_once(trace)
    check_busy(trace)
    check_end(trace)


async def test_a_page_that_fails_ends_nothing_else(run):
    trace = await run("crawling", pages=SITE | {"/a": {"fails": 1, "links": ["/d"]}}, **LIMITS)
    check_once(trace)
    links = links_of(SITE)
    del links["/a"]
    check_report(trace, links, {"/a": "error 1 of /a"})
    check_busy(trace)
    check_end(trace)
    assert trace.elapsed == seconds(6), "without /a, the way to /d leads through /b, and /f is done at 6"


async def test_a_page_that_hangs_is_cut(run):
    trace = await run("crawling", pages=SITE | {"/c": {"hangs": 1}}, max_workers=3, page_timeout=3.5)
    assert trace.span("/c").end == seconds(4.5), (
        "/c was begun at 1 and takes longer than page_timeout, 3.5 s: it must be cancelled at 4.5"
    )
    links = links_of(SITE)
    del links["/c"]
    check_report(trace, links, {"/c": "TimeoutError"})
    check_busy(trace)
    check_end(trace)
    assert trace.elapsed == seconds(5), "the last page is done at 5; /c was cut before that"


async def test_a_page_that_fails_now_and_then(run):
    pages = {"/": {"links": ["/a", "/b"]}, "/a": {"fails": 2, "links": ["/c"]}, "/b": {"fails": 9}}
    trace = await run("crawling", pages=pages, max_workers=2, page_timeout=10, retries=2)
    check_attempts(trace, {"/": 1, "/a": 3, "/b": 3, "/c": 1})
    check_report(trace, {"/": ["/a", "/b"], "/a": ["/c"], "/c": []}, {"/b": "error 3 of /b"})
    check_busy(trace)
    check_end(trace)
    assert trace.elapsed == seconds(5), "/a succeeds at 4, and /c is done at 5"


async def test_no_more_than_max_pages(run):
    trace = await run("crawling", pages=SITE, **LIMITS, max_pages=4)
    check_end(trace)
    check_busy(trace)
    check_number_of_pages(trace, 4)


async def test_a_cancelled_crawl_ends_everything(run):
    pages = SITE | {"/a": {"takes": 2, "cleans": 0.5}, "/b": {"takes": 2, "cleans": 1}}
    trace = await run.play("crawling", pages=pages, **LIMITS, cancel_at=[1.5])
    check_cancelled(trace, 1.5)
    assert trace.elapsed <= 2.5, "the cancelled fetches were over at 2.5 at the latest; crawl must end then"


# Why an answer fails these tests.


def explain(trace):
    """The belief behind a run that did not end well."""
    if not trace.calls:
        return None
    if trace.ending == "deadlock":
        return why_it_hangs(trace)
    if trace.ending == "spin":
        return "somebody asks again and again, in each turn of the event loop, and never waits"
    if trace.never_awaited():
        return None
    if trace.error is not None and trace.call.ending != "cancelled":
        return why_it_raises(trace)
    if trace.cancelled and not trace.call.cancels:
        return (
            "crawl ended by a CancelledError, though nobody had cancelled it: it came from a task of its own"
        )
    if trace.leftovers:
        return left_behind(trace)
    return None


def why_it_hangs(trace):
    if trace.data["phase"] == "closing" or trace.call.ending != "running":
        return None
    failed = [span.who for span in trace.spans if span.ending in ("raised", "cancelled")]
    if trace.call.cancels:
        return begun_afterwards(trace, trace.call.cancels[0]) or (
            f"crawl was cancelled at {trace.call.cancels[0]} and never ended: "
            f"somebody still waits{line(trace.stuck)} for something that cannot happen any more"
        )
    waits = next((task["waits"] for task in trace.stuck if "join()" in task["waits"]), None)
    waits = waits or next((task["waits"] for task in trace.stuck if task["where"]), "nothing that can happen")
    last = max((span.end for span in trace.spans), default=0)
    if failed:
        return (
            f"the crawl never ended: {failed[0]} failed and was never counted as done{line(trace.stuck)}, "
            f"so everything waits for {waits}"
        )
    return (
        f"the crawl never ended: the last fetch was over at {last}, and no page was left, but everybody waits"
        f"{line(trace.stuck)} for {waits}"
    )


def why_it_raises(trace):
    ours = [leaf for leaf in trace.error.leaves() if leaf.known]
    if ours:
        return (
            f"{ours[0].known} came out of crawl: a page that fails must be listed in the report, "
            "and the crawl goes on without it"
        )
    cut = [span.who for span in trace.spans if span.ending == "cancelled"]
    if cut and any(leaf.type == "TimeoutError" for leaf in trace.error.leaves()):
        return (
            f"the time of {cut[0]} was over, and the TimeoutError ended the whole crawl, not only this fetch"
        )
    return None


def left_behind(trace):
    count = len(trace.leftovers)
    tasks = "a task" if count == 1 else f"{count} tasks"
    where = line(trace.leftovers)
    fetching = [span.who for span in trace.spans if span.end > trace.call.end or span.ending == "open"]
    if trace.cancelled:
        return f"crawl was cancelled at {trace.call.cancels[0]}, but {tasks} of it went on{where}: who had ended them?"
    if not fetching:
        return (
            f"crawl returned and left {tasks} behind{where}: workers that wait for the next page "
            "do not end because there is none, and cancel() alone does not wait for their end"
        )
    return f"crawl returned while {tasks} of it went on{where}, at work on {fetching[0]}"


def check_once(trace):
    for who in dict.fromkeys(trace.who()):
        times = trace.who().count(who)
        assert times == 1, (
            f"{who} was fetched {times} times: when a second link to it was found, "
            "the crawl did not yet know that it had been found before"
        )


def check_report(trace, pages, failed):
    report = trace.result
    assert isinstance(report, dict) and set(report) == {"pages", "failed"}, "crawl must return a CrawlReport"
    assert not trace.never_awaited(), "fetch was called and not awaited, and a call alone begins nothing"
    missing = sorted((pages.keys() | failed.keys()) - set(trace.who()))
    assert missing == [], (
        f"{missing[0]} can be reached, but was never fetched when crawl returned" if missing else ""
    )
    wrong = [url for url in failed if isinstance(report["pages"], dict) and url in report["pages"]]
    assert wrong == [], f"{wrong[0]} failed each time, and yet it stands in pages" if wrong else ""
    assert report["pages"] == pages, (
        "the report's pages must hold each page that was fetched, with its links as fetch gave them"
    )
    causes = {
        url: getattr(error, "known", None) or getattr(error, "type", None) for url, error in named(report)
    }
    assert causes == failed, (
        "the report's failed must hold each page that could not be fetched, with the exception of its last fetch"
    )


def named(report):
    return report["failed"].items() if isinstance(report["failed"], dict) else ()


def check_busy(trace):
    """Nobody was too many, and nobody was idle."""
    most, limit = trace.at_once(), trace.inputs["max_workers"]
    assert most <= limit, f"{most} fetches were under way at once, and max_workers is {limit}"
    turns = trace.data["turns"]
    assert turns <= TURNS, (
        f"the event loop made {turns:,} turns: somebody asks again and again, in each of them, and never waits"
    )
    idle = first_idle(trace)
    assert idle is None, idle


def first_idle(trace):
    """Why a page that was known waited although fewer than max_workers fetches were under way; None if none did."""
    limit = trace.inputs["max_workers"]
    for span in sorted(trace.spans, key=lambda span: float(span.start)):
        since = known_since(trace, span)
        if since is None or not span.start > since:
            continue
        bounds = [float(moment) for other in trace.spans for moment in (other.start, other.end)]
        bounds = sorted({float(since), float(span.start), *bounds})
        for low, high in pairwise(bounds):
            if low < float(since) or high > float(span.start) or not seconds(low) < high:
                continue
            busy = sum(float(other.start) <= low and float(other.end) >= high for other in trace.spans)
            if busy < limit:
                return why_idle(trace, span, since, busy)
    return None


def known_since(trace, span):
    """When this fetch could have begun: its page was known, and the attempt before it was over."""
    before = [
        other.end
        for other in trace.spans
        if other.who == span.who and other.data["attempt"] == span.data["attempt"] - 1
    ]
    if before:
        return before[0]
    pages = trace.inputs["pages"]
    if span.who == trace.inputs.get("start", "/"):
        return seconds(0)
    finders = [
        other.end
        for other in trace.spans
        if other.ending == "done" and span.who in pages.get(other.who, {}).get("links", [])
    ]
    return min(finders, key=float, default=None)


def why_idle(trace, span, since, busy):
    limit = trace.inputs["max_workers"]
    if trace.at_once() == 1:
        return (
            "never more than one fetch was under way: either the pages are fetched one after the other, or the other "
            "workers saw an empty queue at the beginning and left, while the first page was still to bring links"
        )
    head = f"{span.who} could have begun at {since}, but began at {span.start}, with {busy} of {limit} workers busy"
    if span.data["attempt"] > 1:
        return f"{head}: a page that failed is fetched again without a pause"
    if busy == trace.at_once():
        return (
            f"never more than {busy} fetches were under way, and max_workers is {limit}: "
            f"{span.who} could have begun at {since}, but began at {span.start}"
        )
    carried_on = [other for other in trace.spans if other.start < span.start and other.end > span.start]
    if not carried_on and any(other.end == span.start for other in trace.spans):
        return f"{head}: it waited until a whole level, or batch, of pages was done, as long as the slowest of them"
    return f"{head}: a worker that finds no page must come back when there is one"


def check_end(trace):
    last = max(span.end for span in trace.spans)
    assert trace.elapsed == last, (
        f"crawl returned at {trace.elapsed} while fetches were under way until {last}"
        if trace.elapsed < last
        else f"the last fetch was over at {last} and no page was left, but crawl only returned at {trace.elapsed}"
    )


def check_attempts(trace, attempts):
    times = {url: trace.who().count(url) for url in trace.who()}
    more = [url for url in attempts if times.get(url, 0) > attempts[url]]
    assert times == attempts, (
        f"{more[0]} was fetched {times[more[0]]} times, with {trace.inputs.get('retries', 0)} retries"
        if more
        else "a page that failed is fetched again, up to `retries` times more, until it succeeds"
    )


def check_number_of_pages(trace, number):
    urls = sorted(set(trace.who()))
    assert len(urls) <= number, f"{len(urls)} pages were fetched, and max_pages is {number}"
    assert len(urls) == number, (
        f"only {len(urls)} pages were fetched, though there are {number} and max_pages allows it"
    )
    report = trace.result
    assert isinstance(report, dict) and set(report) == {"pages", "failed"}, "crawl must return a CrawlReport"
    listed = sorted([*report["pages"], *report["failed"]])
    lost = [url for url in urls if url not in listed]
    assert listed == urls, (
        f"{lost[0]} was begun, but when crawl returned it was neither in pages nor in failed"
        if lost
        else "the report holds each page that was fetched, once, and no other"
    )


def check_cancelled(trace, when):
    begun = begun_afterwards(trace, when)
    assert trace.call.ending != "running", begun or f"crawl was cancelled at {when} and never ended"
    assert trace.cancelled, "crawl was cancelled, but the cancellation did not come out of it"
    assert begun is None, begun
    late = [span.who for span in trace.spans if span.end > trace.call.end or span.ending == "open"]
    assert late == [], "crawl ended while a fetch that it had cancelled was still under way"
    went_on = [span.who for span in trace.spans if span.ending == "done" and span.end > when]
    assert went_on == [], "crawl was cancelled, but a fetch went on to its own end"


# What there is to see in a trace.


def begun_afterwards(trace, when):
    """A sentence about the first fetch that began after crawl was cancelled; None if there was none."""
    begun = next((span for span in trace.spans if span.start > when), None)
    if begun is None:
        return None
    cut = [span for span in trace.spans if span.start <= when < span.end <= begun.start]
    raised = [span.who for span in cut if span.ending == "raised"]
    who = "it" if begun.who in raised else raised[0] if raised else None
    words = f", when {who} had raised an error instead of a CancelledError" if who else ""
    return f"crawl was cancelled at {when}, and then {begun.who} was begun{words}"


def links_of(pages):
    """The pages of a report that holds the whole site."""
    return {url: page.get("links", []) for url, page in pages.items()}


def line(tasks):
    lines = sorted({task["where"]["line"] for task in tasks if task["where"]})
    return f" at line {lines[0]}" if lines else ""
