"""http_fetch with other answers, good, bad and odd, and with other numbers."""

import asyncio

from test_http_fetch import (
    GOOD,
    PAGES,
    check,
    check_broken_off,
    check_crowd,
    long_page,
    play,
    well,
)


async def test_no_paths(run):
    trace = await well(run, "none")
    check(trace, [])
    assert not trace.happened("connected"), "without paths there is nothing to connect for"


async def test_the_same_path_twice(run):
    trace = await well(run, "fetching", pages=GOOD, paths=["/one", "/two", "/one"])
    check(trace, [*PAGES, PAGES[0]])
    assert len(trace.happened("request")) == 3, "each path is asked for, be it the same as another or not"


async def test_random_crowds(run, rng):
    numbers = [(count := rng.randint(3, 9), rng.randint(1, count + 1)) for _ in range(3)]
    traces = await asyncio.gather(*(well(run, "crowd", count=count, limit=limit) for count, limit in numbers))
    for trace, (count, limit) in zip(traces, numbers, strict=True):
        check_crowd(trace, count, limit)


async def test_called_again_with_another_limit(run):
    trace = await well(run, "crowd", count=4, limit=3, again=True)
    assert len(trace.happened("request")) == 5, (
        "a path stood in a second call, too, and the server was not asked for it again"
    )
    check_crowd(trace, 4, 3)


async def test_pages_come_as_they_like(run):
    pages = {
        "/lower": {"body": "lower", "length": "content-length", "headers": ["server: a", "X-Note: a: b"]},
        "/upper": {"body": "upper", "length": "CONTENT-LENGTH", "ending": "stay"},
        "/tight": {"body": "tight", "length": None, "headers": ["Content-Length:5"], "ending": "stay"},
        "/letters": {"body": "crème brûlée, 3 €", "ending": "stay"},
        "/empty": {"body": "", "ending": "stay"},
        "/nothing": {"body": "", "length": None},
        "/extra": {"body": "the page", "extra": " and what is not part of it"},
        "/lines": {"body": "404 lines\r\n\r\nand\nmore\r\n\r\n"},
        "/words": {"body": "a page", "status": "200 "},
    }
    trace = await well(run, "fetching", pages=pages, seconds=5)
    check(trace, [page["body"] for page in pages.values()])


async def test_any_pieces(run, rng):
    body = "crème brûlée, 3 €\r\n" * 3
    pages = {
        f"/{number}": {"body": body, "pieces": [rng.randint(1, 12) for _ in range(8)], "length": length}
        for number, length in enumerate(["Content-Length", None] * 3)
    }
    trace = await well(run, "fetching", pages=pages)
    check(trace, [body] * 6)


async def test_long_pages(run):
    pages = {
        "/long": {"body": "a line of a long page\n", "repeat": 20_000, "ending": "stay"},
        "/until the end".replace(" ", "-"): {"body": "é", "repeat": 150_000, "length": None},
    }
    trace = await well(run, "fetching", pages=pages)
    check(trace, [long_page(page["body"] * page["repeat"]) for page in pages.values()])


async def test_bad_answers(run):
    pages = {
        "/gone": {"body": "gone", "status": "410 Gone"},
        "/one": GOOD["/one"],
        "/trick": {"body": "200", "status": "503 200 requests at a time"},
        "/part": {"body": "a part", "status": "206 Partial Content"},
        "/nothing": {"raw": ""},
        "/words": {"raw": "hello\r\n\r\nthis is no HTTP"},
        "/half": {"raw": "HTTP/1.1 200 OK\r\nContent-Le"},
        "/number": {"raw": "HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\nmany"},
        "/reset": {"body": "the connection breaks", "missing": 5, "ending": "reset"},
        "/short": {"body": "short", "missing": 5},
        "/two": GOOD["/two"],
    }
    trace = await well(run, "fetching", pages=pages)
    check(trace, ["status 410", PAGES[0], "status 503", "status 206", *["an error"] * 6, PAGES[1]])


async def test_a_slow_server(run):
    pages = {
        "/one": GOOD["/one"],
        "/slow": {"body": "slow", "length": None, "ending": "drip"},
        "/slow-head": {"raw": "HTTP/1.1 200 OK\r\nX: ", "ending": "drip"},
        "/two": GOOD["/two"],
    }
    trace = await well(run, "fetching", pages=pages, seconds=3)
    check(trace, [PAGES[0], "too late", "too late", PAGES[1]])


async def test_to_wait_for_a_place_costs_nothing(run):
    pages = {"/silent": {"silent": True}, "/one": GOOD["/one"], "/two": GOOD["/two"]}
    trace = await well(run, "fetching", pages=pages, limit=1, seconds=3)
    check(trace, ["too late", *PAGES])


async def test_nobody_there(run):
    trace = await well(run, "nobody_there", paths=["/one", "/two", "/three"])
    check(trace, ["an error"] * 3)


async def test_nobody_takes_the_connection(run):
    trace = await well(run, "nobody_takes", paths=["/one", "/two"], seconds=1.5)
    if not trace.happened("there is always room"):
        check(trace, ["too late"] * 2)


async def test_cancelled_with_many_more_to_come(run):
    trace = await play(run, "broken_off", count=20, limit=5)
    check_broken_off(trace)
