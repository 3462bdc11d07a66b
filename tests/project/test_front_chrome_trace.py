"""Chrome trace events: what the description of the format asks of them, and what a run becomes in them."""

import json
from itertools import pairwise

import pytest

from kata.front.chrome_trace import document
from tests.project.front_project import call, places, span, step, trace

REQUIRED = {
    "X": {"name", "cat", "ph", "ts", "dur", "pid", "tid", "args"},
    "i": {"name", "cat", "ph", "ts", "s", "pid", "tid", "args"},
    "M": {"name", "ph", "ts", "pid", "tid", "args"},
}
METADATA = {"process_name": {"name"}, "thread_name": {"name"}, "thread_sort_index": {"sort_index"}}


def market():
    served = call("serve(shops)", 0, 3, "cancelled") | {"cancels": [2.0]}
    spans = [
        span("shop", 0, 2, "cancelled"),
        span("shop", 0.5, 3, "cancelled") | {"data": {"order": 1}},
        span("shop", 2, 2.5),
        span("till", 1, None),
        span("moment", 1, 1),
    ]
    waiting = {"waits": "queue.get() on an empty queue", "where": places()}
    return trace(
        calls=[served, call("other()", 1, 2)],
        spans=spans,
        events=[
            {"at": 1.5, "who": "till", "what": "rang", "data": {"times": 2}},
            {"at": 0.25, "who": None, "what": "opened", "data": {}},
        ],
        blocked=[{"start": 0, "end": 0.5, "what": "time.sleep", "where": places()}],
        steps=[
            step(0, "shop 2", ready=["shop 3"], timers=[[2, "shop 2"], [3, "shop 3"]], **waiting),
            step(0, "shop 3", "raised"),
            step(2.0000001, "shop 2", "cancelled"),
        ],
    )


def events(*traces):
    made = document([(f"run {number}", one) for number, one in enumerate(traces)], {"exercise": "market"})
    return json.loads(json.dumps(made, allow_nan=False))["traceEvents"]


def rows(made):
    return {
        (event["pid"], event["tid"]): event["args"]["name"]
        for event in made
        if event["name"] == "thread_name"
    }


def row(made, name, ph):
    (tid,) = [tid for (_, tid), called in rows(made).items() if called == name]
    return [event for event in made if event["tid"] == tid and event["ph"] == ph]


EVERYTHING = [market(), trace(), trace(calls=[], spans=[]), market()]


def test_the_file_is_in_the_object_form():
    made = document([("run", market())], {"seed": 7})
    assert made.keys() == {"traceEvents", "displayTimeUnit", "otherData"}
    assert made["displayTimeUnit"] in ("ms", "ns")
    assert made["otherData"] == {"seed": 7}


def test_every_event_has_the_keys_of_its_phase():
    made = events(*EVERYTHING)
    assert {event["ph"] for event in made} == set(REQUIRED)
    for event in made:
        assert event.keys() == REQUIRED[event["ph"]]
        assert isinstance(event["name"], str) and event["name"]
        assert all(type(event[key]) is int for key in ("ts", "pid", "tid"))
        assert type(event["args"]) is dict
        assert event["ts"] >= 0
        if event["ph"] == "X":
            assert type(event["dur"]) is int and event["dur"] >= 0
        if event["ph"] == "i":
            assert event["s"] in ("g", "p", "t")
        if event["ph"] == "M":
            assert event["args"].keys() == METADATA[event["name"]]


def test_every_row_is_named_once_before_it_is_used_and_every_run_is_a_process():
    made = events(*EVERYTHING)
    processes = [event["pid"] for event in made if event["name"] == "process_name"]
    assert processes == [1, 2, 3, 4]
    for kind in ("thread_name", "thread_sort_index"):
        named = [(event["pid"], event["tid"]) for event in made if event["name"] == kind]
        assert len(named) == len(set(named))
        assert {(event["pid"], event["tid"]) for event in made if event["ph"] != "M"} <= set(named)
    seen = set()
    for event in made:
        if event["name"] == "thread_name":
            seen.add((event["pid"], event["tid"]))
        assert event["ph"] == "M" or (event["pid"], event["tid"]) in seen


def test_what_lies_in_one_row_lies_beside_or_within_one_another():
    made = events(*EVERYTHING)
    for pid, tid in rows(made):
        mine = [event for event in made if (event["pid"], event["tid"], event["ph"]) == (pid, tid, "X")]
        assert [event["ts"] for event in mine] == sorted(event["ts"] for event in mine)
        open_until = []
        for event in mine:
            while open_until and open_until[-1] <= event["ts"]:
                open_until.pop()
            end = event["ts"] + event["dur"]
            assert not open_until or end <= open_until[-1], event
            open_until.append(end)


def test_work_is_a_row_for_each_name_and_another_where_it_overlaps():
    names = list(rows(events(market())).values())
    assert names == [
        *("event loop", "event loop blocked", "serve(shops)", "other()"),
        *("shop", "shop (2)", "till", "moment", "opened"),
    ]
    shop = [(event["ts"], event["dur"]) for event in row(events(market()), "shop", "X")]
    assert shop == [(0, 2_000_000), (2_000_000, 500_000)]


def test_a_step_tells_what_the_table_tells():
    first, second, third = row(events(market()), "event loop", "X")
    assert first["name"] == "shop 2"
    assert first["args"] == {
        "step": "T0",
        "at": 0,
        "state": "waiting",
        "waits for": "queue.get() on an empty queue",
        "where": "two_workers.py:12 in main",
        "ready": ["shop 3"],
        "timers": ["2 s shop 2", "3 s shop 3"],
    }
    assert (second["ts"], second["args"]["at"], second["args"]["where"]) == (1, 0, None)
    assert third["ts"] == 2_000_000


def test_steps_of_one_instant_stay_in_order():
    many = trace(steps=[step(1, f"task {number}") for number in range(50)])
    made = row(events(many), "event loop", "X")
    assert [event["name"] for event in made] == [f"task {number}" for number in range(50)]
    assert all(one["ts"] < other["ts"] for one, other in pairwise(made))


def test_a_blocked_stretch_says_by_what_and_where():
    (blocked,) = row(events(market()), "event loop blocked", "X")
    assert (blocked["name"], blocked["ts"], blocked["dur"]) == ("time.sleep", 0, 500_000)
    assert blocked["args"] == {"where": "two_workers.py:12 in main"}


def test_cancellations_are_instants_and_cleaning_up_is_a_stretch_within():
    made = events(market())
    assert [(event["name"], event["ts"]) for event in row(made, "serve(shops)", "i")] == [
        ("cancelled by the test", 2_000_000),
        ("cancelled", 2_000_000),
    ]
    work, cleanup = row(made, "shop (2)", "X")
    assert (cleanup["name"], cleanup["ts"], cleanup["dur"]) == ("cleaning up", 2_000_000, 1_000_000)
    assert work["args"] == {"ending": "cancelled", "data": {"order": 1}}
    (at_once,) = row(made, "shop", "i")
    assert at_once["ts"] == 2_000_000


def test_what_never_ended_lasts_until_the_last_instant():
    (till,) = row(events(market()), "till", "X")
    assert (till["ts"], till["ts"] + till["dur"]) == (1_000_000, 3_000_000)
    assert till["args"]["ending"] == "open"


def test_events_are_instants_in_the_row_of_whom_they_belong_to():
    (rang,) = row(events(market()), "till", "i")
    assert (rang["name"], rang["ts"], rang["args"]) == ("rang", 1_500_000, {"data": {"times": 2}})
    (opened,) = row(events(market()), "opened", "i")
    assert opened["ts"] == 250_000


def test_a_call_tells_what_came_of_it():
    failed = call("main()", 0, 1, "raised") | {"error": {"type": "ValueError", "text": "boom"}}
    (made,) = row(events(trace(calls=[failed])), "main()", "X")
    assert made["args"] == {
        "ending": "raised",
        "result": None,
        "error": {"type": "ValueError", "text": "boom"},
    }


@pytest.mark.parametrize("evil", ["\x1b[2J", "\u202e", "x" * 1000, "\ud800"])
def test_names_are_harmless_and_short(evil):
    wild = trace(
        spans=[span(evil, 0, 1)], steps=[step(0, evil, waits=evil, ready=[evil], timers=[[1, evil]])]
    )
    for event in events(wild):
        assert event["name"].isprintable()
        assert len(event["name"]) <= 100
        assert evil not in json.dumps(event, ensure_ascii=False)
