"""crawler on other sites: random ones, long chains, failures of every kind, and crawls that are broken off."""

import asyncio

from test_crawler import (
    LIMITS,
    SITE,
    check_attempts,
    check_busy,
    check_cancelled,
    check_end,
    check_number_of_pages,
    check_once,
    check_report,
    explain,
    links_of,
)

from kata.judge import seconds

__all__ = ["explain"]


def random_site(rng, count):
    """All pages can be reached from "/"; no two fetches end at the same instant, as far as chance allows."""
    urls = ["/", *(f"/page{number}" for number in range(1, count))]
    pages = {url: {"links": [], "takes": round(rng.uniform(0.4, 1.6), 3)} for url in urls}
    for at, url in enumerate(urls[1:], 1):
        pages[rng.choice(urls[max(0, at - 4) : at])]["links"].append(url)
    for page in pages.values():
        page["links"] += rng.choices(urls, k=rng.randint(0, 2))
    return pages


async def test_random_sites(run, rng):
    async def one(workers):
        pages = random_site(rng, rng.randint(7, 11))
        trace = await run("crawling", pages=pages, max_workers=workers, page_timeout=30)
        check_once(trace)
        check_report(trace, links_of(pages), {})
        check_busy(trace)
        check_end(trace)

    await asyncio.gather(*(one(workers) for workers in (1, 2, 3, 5)))


async def test_random_sites_with_failures(run, rng):
    async def one():
        pages = random_site(rng, 9)
        flaky = rng.sample(sorted(set(pages) - {"/"}), 3)
        for url, fails in zip(flaky, (1, 2, 9), strict=True):
            pages[url]["fails"] = fails
        trace = await run("crawling", pages=pages, max_workers=3, page_timeout=30, retries=2)
        lost = flaky[2]
        reached, todo = set(), ["/"]
        while todo:
            url = todo.pop()
            if url not in reached:
                reached.add(url)
                todo += [] if url == lost else pages[url]["links"]
        check_attempts(trace, {url: min(pages[url].get("fails", 0), 2) + 1 for url in reached})
        links = {url: pages[url]["links"] for url in reached - {lost}}
        check_report(trace, links, {lost: f"error 3 of {lost}"} if lost in reached else {})
        check_busy(trace)
        check_end(trace)

    await asyncio.gather(*(one() for _ in range(3)))


async def test_a_start_that_has_no_links(run):
    trace = await run("crawling", pages={"home": {}}, start="home", max_workers=4, page_timeout=10)
    check_report(trace, {"home": []}, {})
    assert trace.elapsed == seconds(1), "the only page is done at 1, and so is the crawl"


async def test_a_start_that_cannot_be_fetched(run):
    trace = await run(
        "crawling", pages={"/": {"fails": 1, "kind": "OSError"}}, max_workers=2, page_timeout=10
    )
    check_report(trace, {}, {"/": "error 1 of /"})
    assert trace.elapsed == seconds(1), "the only page had failed at 1, and nothing was left to do"


async def test_links_to_the_page_itself_and_links_twice(run):
    pages = {"/": {"links": ["/", "/a", "/a", "/"]}, "/a": {"links": ["/a", "/"]}}
    trace = await run("crawling", pages=pages, max_workers=3, page_timeout=10)
    check_once(trace)
    check_report(trace, links_of(pages), {})


async def test_urls_that_look_alike(run):
    urls = ["/a", "/A", "/a/", "/a#top", "/a?top", "//a", "a"]
    pages = {"/": {"links": urls}} | {url: {} for url in urls}
    trace = await run("crawling", pages=pages, max_workers=3, page_timeout=10)
    check_once(trace)
    check_report(trace, links_of(pages), {})


async def test_pages_that_take_no_time(run):
    pages = {url: {**page, "takes": 0} for url, page in SITE.items()}
    trace = await run("crawling", pages=pages, **LIMITS)
    check_once(trace)
    check_report(trace, links_of(SITE), {})
    assert trace.elapsed == seconds(0), "no page took any time, and the crawl must not either"


async def test_a_chain_with_many_workers(run):
    pages = {str(at): {"links": [str(at + 1)], "takes": 0.4} for at in range(8)} | {"8": {"takes": 0.4}}
    trace = await run("crawling", pages=pages, start="0", max_workers=20, page_timeout=10)
    check_report(trace, links_of(pages), {})
    check_end(trace)
    assert trace.elapsed == seconds(3.6), "a chain of 9 pages takes 9 fetches, one after the other"


async def test_a_wide_site(run):
    pages = {"/": {"links": [f"/{at}" for at in range(40)]}} | {f"/{at}": {} for at in range(40)}
    trace = await run("crawling", pages=pages, max_workers=7, page_timeout=10)
    check_once(trace)
    check_report(trace, links_of(pages), {})
    check_busy(trace)
    assert trace.elapsed == seconds(7), "one page, and 40 others by 7 workers: 1 s and 6 s"


async def test_the_wait_for_a_worker_is_not_the_pages_time(run):
    pages = {"/": {"links": ["/a", "/b", "/c", "/d"]}} | {f"/{name}": {} for name in "abcd"}
    trace = await run("crawling", pages=pages, max_workers=1, page_timeout=1.5)
    failed = [span.who for span in trace.spans if span.ending == "cancelled"]
    assert failed == [], "a page's time begins when its fetch begins, not when the page is known"
    check_report(trace, links_of(pages), {})


async def test_each_attempt_has_its_own_time(run):
    pages = {"/": {"fails": 2}}
    trace = await run("crawling", pages=pages, max_workers=2, page_timeout=1.5, retries=3)
    cut = [span.who for span in trace.spans if span.ending == "cancelled"]
    assert cut == [], "each attempt took 1 s and page_timeout is 1.5: none may be cut"
    check_attempts(trace, {"/": 3})
    check_report(trace, {"/": []}, {})
    assert trace.elapsed == seconds(3), "the third attempt succeeds at 3"


async def test_a_cut_page_is_retried(run):
    pages = {"/": {"links": ["/a", "/b"]}, "/a": {"hangs": 1, "links": ["/c"]}, "/b": {"hangs": 5}, "/c": {}}
    trace = await run("crawling", pages=pages, max_workers=4, page_timeout=1.6, retries=1)
    check_attempts(trace, {"/": 1, "/a": 2, "/b": 2, "/c": 1})
    check_report(trace, {"/": ["/a", "/b"], "/a": ["/c"], "/c": []}, {"/b": "TimeoutError"})
    check_busy(trace)
    check_end(trace)
    assert trace.elapsed == seconds(4.6), (
        "/a succeeds at 3.6, so /c is done at 4.6; /b is cut at 2.6 and at 4.2"
    )


async def test_a_timeout_error_of_fetch_is_a_failure_like_any_other(run):
    pages = {"/": {"links": ["/a"]}, "/a": {"fails": 1, "kind": "TimeoutError"}}
    trace = await run("crawling", pages=pages, max_workers=2, page_timeout=10)
    check_report(trace, {"/": ["/a"]}, {"/a": "error 1 of /a"})


async def test_a_cut_page_that_cleans_up(run):
    pages = {
        "/": {"links": ["/a", "/b"]},
        "/a": {"hangs": 1, "cleans": 0.7},
        "/b": {"links": ["/c"]},
        "/c": {},
    }
    trace = await run("crawling", pages=pages, max_workers=1, page_timeout=2)
    assert trace.at_once() == 1, (
        "a fetch that was cancelled is under way until it has ended: max_workers is 1"
    )
    check_report(trace, {"/": ["/a", "/b"], "/b": ["/c"], "/c": []}, {"/a": "TimeoutError"})
    assert trace.span("/a").end - trace.span("/a").start == seconds(2.7), (
        "/a is cut after 2 s and cleans up for 0.7"
    )
    check_end(trace)
    assert trace.elapsed == seconds(5.7), "with one worker: 1 s, 2.7 s, 1 s and 1 s"


async def test_max_pages_of_every_size(run):
    for number in (1, 2, 5, 6):
        trace = await run("crawling", pages=SITE, **LIMITS, max_pages=number)
        check_once(trace)
        check_end(trace)
        check_busy(trace)
        check_number_of_pages(trace, number)
    trace = await run("crawling", pages=SITE, **LIMITS, max_pages=50)
    check_report(trace, links_of(SITE), {})


async def test_max_pages_counts_failures_and_not_retries(run):
    pages = {"/": {"fails": 1, "links": ["/a", "/b", "/c", "/d"]}} | {
        f"/{name}": {"fails": fails} for name, fails in zip("abcd", (9, 9, 1, 0), strict=True)
    }
    trace = await run("crawling", pages=pages, max_workers=2, page_timeout=10, retries=1, max_pages=4)
    check_end(trace)
    check_busy(trace)
    check_attempts(trace, {url: min(pages[url]["fails"], 1) + 1 for url in set(trace.who())})
    check_number_of_pages(trace, 4)


async def test_cancelled_while_much_is_waiting(run):
    pages = {"/": {"links": [f"/{at}" for at in range(9)]}} | {
        f"/{at}": {"cleans": 0.4 if at % 2 else 0.9, "breaks": at % 3 > 0} for at in range(9)
    }
    limits = {"max_workers": 4, "page_timeout": 10, "retries": 2}
    trace = await run.play("crawling", pages=pages, **limits, cancel_at=[1.4], patience=8)
    trace.allow("warnings")  # nobody has to ask for the error of a fetch that was cancelled
    check_cancelled(trace, 1.4)
    assert trace.elapsed <= 2.3, "the cancelled fetches were over at 2.3 at the latest; crawl must end then"


async def test_cancelled_anywhere(run):
    for trace in await run.sweep("crawling", pages=SITE | {"/c": {"fails": 1}}, **LIMITS, retries=1):
        when = trace.call.cancels[0] if trace.call.cancels else None
        if when is not None:
            check_cancelled(trace, float(when))
            assert trace.elapsed == when, "nothing had to be cleaned up: crawl must end when it is cancelled"


async def test_cancelled_while_a_page_is_being_cut(run):
    pages = {"/": {"links": ["/a"]}, "/a": {"hangs": 9, "cleans": 0.8}}
    trace = await run.play(
        "crawling", pages=pages, max_workers=2, page_timeout=1.5, retries=4, cancel_at=[2.9]
    )
    trace.allow("leftovers")  # on Python 3.11 wait_for, cancelled while it cancels, leaves what it waits for
    assert trace.cancelled, "crawl was cancelled, but the cancellation did not come out of it"
    assert len(trace.spans) == 2, "crawl was cancelled at 2.9, and then another fetch was begun"
    assert trace.elapsed <= 3.3, "the fetch was cut at 2.5 and over at 3.3 at the latest; crawl must end then"


async def test_the_order_inside_one_instant_does_not_matter(run):
    trace = await run.shuffled("crawling", pages=SITE, max_workers=2, page_timeout=10)
    check_once(trace)
    check_report(trace, links_of(SITE), {})
    check_busy(trace)
    check_end(trace)


async def test_two_crawls_do_not_know_of_each_other(run):
    sites = [
        {"/": {"links": ["/a", "/b"]}, "/a": {}, "/b": {}},
        {"/": {"links": ["/a"]}, "/a": {"links": ["/c"]}},
    ]
    trace = await run("two_crawls", sites=sites, max_workers=1, page_timeout=10)
    assert trace.result == [["/", "/a", "/b"], ["/", "/a", "/c"]], (
        "two crawls that run at the same time must not share what they remember"
    )
    assert trace.elapsed == seconds(3), (
        f"two crawls at once, of 3 pages each and both with max_workers=1, took {trace.elapsed} s, not 3: "
        "each has a worker of its own"
    )
