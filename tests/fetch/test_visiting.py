"""Manners: pauses, Retry-After, robots.txt, and a host that does not answer is left alone."""

import pytest

from dateline import FetchError, RefusedError
from dateline.errors import Reason
from dateline.fetch import Fetched
from dateline.fetch.visiting import Visitor
from dateline.fetch.web import LaterError


class Web:
    """Answers by path, and a clock that only sleeping and asking move."""

    def __init__(self, **answers):
        self.answers, self.asked, self.slept, self.now = answers, [], [], 0.0

    def read(self, address, seen):
        self.asked.append(address)
        self.now += 0.1
        answer = self.answers.get(address.rsplit("/", 1)[1].partition(".")[0], b"")
        answer = answer.pop(0) if isinstance(answer, list) else answer
        if isinstance(answer, Exception):
            raise answer
        return Fetched(data=answer, name=address)

    def sleep(self, seconds):
        self.slept.append(round(seconds, 3))
        self.now += seconds

    def visitor(self):
        return Visitor(read=self.read, sleep=self.sleep, clock=lambda: self.now)


def missing():
    return FetchError("HTTP 404", reason=Reason.NOT_FOUND)


def silent():
    return FetchError("no answer", reason=Reason.NOT_REACHED)


def test_two_requests_at_one_host_are_a_pause_apart_and_two_hosts_are_not():
    web = Web()
    visitor = web.visitor()
    for address in ("https://a.example/1", "https://b.example/1", "https://a.example/2"):
        visitor.visit(address)
    assert web.slept == [0.9]


def test_a_busy_server_is_asked_again_after_the_time_it_names():
    web = Web(talks=[LaterError("busy", 7.0), b"Talks."])
    assert web.visitor().visit("https://a.example/talks").data == b"Talks."
    assert web.slept[0] == 7.0


@pytest.mark.parametrize("wait", [None, 3600.0])
def test_a_server_that_wants_peace_gets_it_for_this_run(wait):
    web = Web(talks=LaterError("busy", wait))
    visitor = web.visitor()
    with pytest.raises(LaterError):
        visitor.visit("https://a.example/talks")
    with pytest.raises(FetchError, match="wanted to be left alone"):
        visitor.visit("https://a.example/other")
    assert len(web.asked) == 1


def test_a_password_is_told_to_nobody():
    visitor = Web(talks=LaterError("busy", None)).visitor()
    with pytest.raises(LaterError):
        visitor.visit("https://ada:secret@a.example/talks")
    with pytest.raises(FetchError, match=r"^https://a\.example/other: "):
        visitor.visit("https://ada:secret@a.example/other")


def test_a_host_that_fails_three_times_is_left_alone():
    web = Web(talks=silent())
    visitor = web.visitor()
    for _ in range(3):
        with pytest.raises(FetchError, match="no answer"):
            visitor.visit("https://a.example/talks")
    with pytest.raises(FetchError, match="has failed 3 times in this run"):
        visitor.visit("https://a.example/other")
    assert visitor.visit("https://b.example/other") is not None


def test_pages_that_are_gone_are_no_failures_of_the_host():
    web = Web(talks=missing())
    visitor = web.visitor()
    for _ in range(5):
        with pytest.raises(FetchError, match="HTTP 404"):
            visitor.visit("https://a.example/talks")
    assert len(web.asked) == 5


def test_robots_txt_is_asked_for_once_and_heeded_where_a_feed_leads():
    rules = b"User-agent: *\nDisallow: /private\nCrawl-delay: 4\n"
    web = Web(robots=rules, talks=b"Talks.")
    visitor = web.visitor()
    assert visitor.follow("https://a.example/talks").data == b"Talks."
    with pytest.raises(FetchError, match=r"robots.txt keeps programs out") as caught:
        visitor.follow("https://a.example/private/talks")
    assert caught.value.reason is Reason.NOT_ALLOWED
    visitor.follow("https://a.example/talks")
    assert web.asked.count("https://a.example/robots.txt") == 1
    assert web.slept[-1] == 4.0


def test_a_person_who_names_a_page_need_not_ask_robots_txt():
    web = Web(robots=b"User-agent: *\nDisallow: /", talks=b"Talks.")
    assert web.visitor().visit("https://a.example/talks").data == b"Talks."


@pytest.mark.parametrize("answer", [missing(), RefusedError("too large")])
def test_a_site_without_rules_is_open(answer):
    assert Web(robots=answer, talks=b"Talks.").visitor().follow("https://a.example/talks").data == b"Talks."


def test_a_site_whose_rules_do_not_come_is_closed():
    with pytest.raises(FetchError, match=r"robots.txt cannot be read"):
        Web(robots=silent()).visitor().follow("https://a.example/talks")
