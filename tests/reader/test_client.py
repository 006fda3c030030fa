"""The client against a real server: retries, limits, and a key that is sent and shown nowhere else."""

import time

import pytest
from tests.reader.server import KEY, TEXT, chat, dribble, hang_up

from dateline import ReaderError
from dateline.reader.client import ask


def test_a_question_holds_the_text_the_schema_and_a_fixed_choice(server, replies):
    replies.steps = ["{}"]
    reply = ask(server(), TEXT)
    (sent,) = replies.requests
    assert (reply.content, reply.tokens_in, reply.tokens_out) == ("{}", 11, 7)
    assert (sent["path"], sent["model"], sent["temperature"]) == ("/v1/chat/completions", "test-model", 0)
    assert sent["seed"]
    assert sent["response_format"]["type"] == "json_schema"
    assert TEXT in sent["messages"][1]["content"]
    assert replies.keys == [f"Bearer {KEY}"]


def test_too_many_requests_waits_as_long_as_the_server_says(server, replies):
    replies.steps = [(429, {"Retry-After": "7"}, b""), "{}"]
    waits: list[float] = []
    assert ask(server(sleep=waits.append), TEXT).content == "{}"
    assert waits == [7.0]


def test_errors_of_the_server_are_tried_again_each_time_later(server, replies):
    replies.steps = [(500, {}, b"oops"), (503, {}, b""), "{}"]
    waits: list[float] = []
    assert ask(server(sleep=waits.append), TEXT).content == "{}"
    assert waits == [0.01, 0.02]


@pytest.mark.parametrize(
    ("step", "reason"),
    [
        ((500, {}, b"oops"), "HTTP 500; gave up after 3 attempts"),
        (hang_up, "hung up"),
        ((200, {}, b"<html>"), "the answer is not the chat API's"),
        ((200, {}, b'{"choices": []}'), "the answer is not the chat API's"),
    ],
)
def test_what_stays_broken_is_given_up(server, replies, step, reason):
    replies.steps = [step]
    with pytest.raises(ReaderError, match=reason):
        ask(server(), TEXT)
    assert len(replies.requests) == 3


def test_a_server_that_sends_drop_by_drop_does_not_hold_us(server, replies):
    replies.steps = [dribble]
    began = time.monotonic()
    with pytest.raises(ReaderError, match=r"no whole answer within 0\.3 seconds"):
        ask(server(deadline=0.3, attempts=1), TEXT)
    assert time.monotonic() - began < 1.5


def test_a_refusal_is_not_tried_again_and_never_shows_the_key(server, replies):
    replies.steps = [(401, {}, f"bad key {KEY}".encode())]
    with pytest.raises(ReaderError) as caught:
        ask(server(), TEXT)
    assert len(replies.requests) == 1
    assert KEY not in f"{caught.value}{caught.value.__cause__!r}"
    assert KEY not in repr(server())


def test_a_redirect_is_not_followed_so_the_key_goes_to_one_server_only(server, replies):
    replies.steps = [(302, {"Location": "/v1/other"}, b"")]
    with pytest.raises(ReaderError, match="HTTP 302"):
        ask(server(), TEXT)
    assert len(replies.requests) == 1


def test_an_address_that_is_none_is_named_as_such(server):
    with pytest.raises(ReaderError, match="no http or https address"):
        ask(server(base_url="ftp://nowhere/v1"), TEXT)


def test_an_answer_without_usage_counts_no_tokens(server, replies):
    replies.steps = [(200, {}, chat("{}").replace(b"usage", b"other"))]
    assert ask(server(), TEXT).tokens_in == 0


@pytest.mark.parametrize("key", ["sk-schlüssel-77", "sk-line\nbreak-77"])
def test_a_key_that_cannot_be_sent_is_not_shown_either(server, replies, key):
    replies.steps = ["{}"]
    with pytest.raises(ReaderError) as caught:
        ask(server(key=key, attempts=1), TEXT)
    assert "77" not in f"{caught.value}{caught.value.__cause__!r}"
    assert replies.requests == []
