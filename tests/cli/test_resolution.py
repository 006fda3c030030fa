"""dateline resolution, compare, vote and due, as a user runs them."""

import json

import pytest
from icalendar import Calendar

PAPER = """\
Resolution 2999 (2031)
of 3 March 2031

The Security Council,

Deeply concerned at the fighting along the river,

1. Demands that both sides withdraw their guns;

2. Decides to renew the mandate of the River Mission until 3 September 2031;

3. Requests the Secretary-General to report by 1 June 2031.

Adopted at the 9412th meeting by 14 votes to none, with 1 abstention (China).
"""


@pytest.fixture
def papers(folder):
    (folder / "first.txt").write_text(PAPER, encoding="utf-8")
    (folder / "second.txt").write_text(PAPER.replace("Demands", "Urges"), encoding="utf-8")
    (folder / "letter.txt").write_text("Dear Sir, thank you for the kind letter of last week.", encoding="utf-8")
    return folder


def test_a_resolution_is_shown_with_its_duties(run, papers):
    shown = run("resolution", "first.txt")
    assert shown.exit_code == 0
    assert "Resolution 2999 (2031)" in shown.stdout
    assert "demand: both sides" in shown.stdout
    assert "until 2031-09-03" in shown.stdout
    assert "by 2031-06-01" in shown.stdout


def test_json_has_the_field_names_of_the_field(run, papers):
    read = json.loads(run("resolution", "first.txt", "--json").stdout)
    assert (read["number"], read["operative_count"], read["vote"]["for"]) == (2999, 3, 14)


def test_it_comes_back_from_its_own_xml(run, papers):
    assert run("resolution", "first.txt", "--akn", "first.xml").exit_code == 0
    again = json.loads(run("resolution", "first.xml", "--json").stdout)
    first = json.loads(run("resolution", "first.txt", "--json").stdout)
    assert [p["text"] for p in again["operative"]] == [p["text"] for p in first["operative"]]


@pytest.mark.parametrize(
    ("source", "message"), [("letter.txt", "no resolution"), ("nowhere.txt", "nowhere.txt"), ("empty.txt", "no words")]
)
def test_what_is_no_resolution_is_refused_in_one_line(run, papers, source, message):
    refused = run("resolution", source)
    assert refused.exit_code == 1
    assert refused.stdout == ""
    assert message in refused.stderr
    assert refused.stderr.count("\n") == 1


def test_two_versions_are_compared(run, papers):
    shown = run("compare", "first.txt", "second.txt").stdout
    assert "3 the same, 1 weaker" in shown
    assert "[-Demands-] [+Urges+]" in shown
    found = json.loads(run("compare", "first.txt", "second.txt", "--json").stdout)
    assert [d["changes"] for d in found["differences"]].count(["weaker"]) == 1
    assert "The two texts are the same." in run("compare", "first.txt", "first.txt").stdout


def test_the_page_sets_both_side_by_side(run, papers):
    assert run("compare", "first.txt", "second.txt", "--html", "page.html").exit_code == 0
    page = (papers / "page.html").read_text(encoding="utf-8")
    assert "<del>Demands</del>" in page
    assert "<ins>Urges</ins>" in page
    assert "http:" not in page
    assert "https:" not in page


@pytest.mark.parametrize(
    ("arguments", "first_line"),
    [
        (("--for", "12", "--on", "2025-06-04"), "adopted"),
        (("--for", "8", "--on", "2025-06-04"), "not adopted"),
        (("--for", "US,UK", "--against", "Russia", "--on", "2025-06-04"), "not adopted"),
        (("--for", "US;UK", "--stated", "--on", "2025-06-04"), "open"),
        (("--for", "7", "--on", "1960-06-04"), "adopted"),
        (("--body", "unga", "--for", "87", "--against", "58", "--abstain", "32"), "adopted"),
        (("--body", "unga", "--for", "87", "--against", "58", "--abstain", "32", "--important"), "not adopted"),
    ],
)
def test_a_vote_is_told_with_its_reasons(run, arguments, first_line):
    told = run("vote", *arguments)
    assert told.stdout.splitlines()[0] == first_line
    assert ("Article 18" if "unga" in arguments else "Article 27") in told.stdout


@pytest.mark.parametrize(
    "arguments",
    [
        ("--for", "Atlantis", "--on", "2025-06-04"),
        ("--for", "9", "--stated"),
        ("--on", "1913-01-01"),
        ("--for", "9", "--important"),
        ("--body", "unga", "--for", "9", "--procedural"),
    ],
)
def test_a_senseless_vote_is_misuse(run, arguments):
    assert run("vote", *arguments).exit_code == 2


def test_due_lists_by_day_and_marks_nothing_twice(run, papers):
    lines = [
        json.loads(line)
        for line in run("due", "first.txt", "first.txt", "--since", "2031-04-01", "--json").stdout.splitlines()
    ]
    assert [(d["latest"], d["kind"], d["by"]) for d in lines] == [
        ("2031-06-01", "report", "Secretary-General"),
        ("2031-09-03", "expiry", "River Mission"),
    ]
    assert "Nothing falls due." in run("due", "first.txt", "--since", "2032-01-01").stdout
    assert "2031-09-03" not in run("due", "first.txt", "--since", "2031-04-01", "--within", "90d").stdout


def test_the_calendar_holds_duties_as_to_dos_with_stable_uids(run, papers):
    def calendar():
        return Calendar.from_ical(run("due", "first.txt", "--since", "2031-04-01", "--ics", "-").stdout)

    todo, event = calendar().walk("VTODO")[0], calendar().walk("VEVENT")[0]
    assert str(todo["DUE"].dt) == "2031-06-01"
    assert "first" not in todo["SUMMARY"]
    assert (str(event["DTSTART"].dt), event["STATUS"]) == ("2031-09-03", "CONFIRMED")
    assert [c["UID"] for c in calendar().walk("VTODO")] == [todo["UID"]]


PAGE = """<html><head><title>A paper</title></head><body><nav>Home</nav><main><h1>Resolution 2999 (2031)</h1>
<p>Adopted by the Security Council at its 9412th meeting, on 3 March 2031</p><p><i>The Security Council</i>,</p>
<p><i>Recalling</i> its resolution 2950 (2030),</p><ol><li><i>Demands</i> that the parties open the ferry;</li>
<li><i>Requests</i> the envoy:<ol type="a"><li>To report within 30 days of adoption;</li><li>To stay;</li></ol></li></ol>
</main><footer>Contact</footer></body></html>"""


def test_a_page_keeps_the_numbers_of_its_lists(run, folder):
    (folder / "page.html").write_text(PAGE, encoding="utf-8")
    read = json.loads(run("resolution", "page.html", "--json").stdout)
    assert [(p["verbs"], p["subparagraphs"]) for p in read["operative"]] == [(["Demands"], 0), (["Requests"], 2)]
    assert [i["label"] for i in read["operative"][1]["items"]] == ["(a)", "(b)"]
    assert (read["preambular_count"], read["adopted"]) == (1, "2031-03-03")
    assert run("due", "page.html", "--since", "2031-03-04", "--json").stdout.count("2031-04-02") == 2


RHYTHMS = """\
Resolution 2999 (2031)
of 3 March 2031

The Security Council,

1. Decides to establish a River Mission for a period of six months beginning on 1 April 2031;

2. Requests the Secretary-General to report every 60 days;

3. Requests the envoy to report by 1 May 2031 and every three months thereafter until 1 March 2032;

4. Decides to lift the embargo as of 1 July 2031;

5. Requests the Panel to report within 90 days after the commencement of its mandate.
"""


def test_what_recurs_is_due_when_it_comes_next(run, folder):
    (folder / "rhythms.txt").write_text(RHYTHMS, encoding="utf-8")
    lines = run("due", "rhythms.txt", "--since", "2031-06-10", "--json").stdout.splitlines()
    assert [(d["latest"], d["kind"], d["by"], d["rhythm"], d["until"]) for d in map(json.loads, lines)] == [
        ("2031-07-01", "expiry", "embargo", None, None),
        ("2031-07-01", "report", "Secretary-General", "P60D", None),
        ("2031-08-01", "report", "envoy", "P3M", "2032-03-01"),
        ("2031-10-01", "expiry", "River Mission", None, None),
    ]
    assert run("due", "rhythms.txt", "--since", "2032-03-02", "--within", "10d", "--json").stdout == ""


def test_the_calendar_repeats_what_recurs(run, folder):
    (folder / "rhythms.txt").write_text(RHYTHMS, encoding="utf-8")
    calendar = Calendar.from_ical(run("due", "rhythms.txt", "--since", "2031-04-10", "--ics", "-").stdout)
    rules = {str(t["DTSTART"].dt): t["RRULE"].to_ical().decode() for t in calendar.walk("VTODO")}
    assert rules == {
        "2031-05-02": "FREQ=DAILY;INTERVAL=60",
        "2031-05-01": "FREQ=MONTHLY;UNTIL=20320301;INTERVAL=3",
    }
    assert all("DUE" not in t and t["STATUS"] == "NEEDS-ACTION" for t in calendar.walk("VTODO"))


def test_the_same_words_have_the_same_uid_in_another_layout(run, papers):
    def uids(name):
        return {
            json.loads(line)["uid"] for line in run("due", name, "--since", "2031-04-01", "--json").stdout.splitlines()
        }

    (papers / "wide.txt").write_text(PAPER.replace("\n\n", "\n\n\n").replace("until 3", "until\n3"), encoding="utf-8")
    assert uids("wide.txt") == uids("first.txt") != set()


def test_what_a_draft_would_make_due_is_tentative(run, papers):
    (papers / "draft.txt").write_text(
        PAPER.replace("Resolution 2999 (2031)", "S/2031/77\n\nDraft resolution"), encoding="utf-8"
    )
    lines = run("due", "draft.txt", "--since", "2031-04-01", "--json").stdout.splitlines()
    assert {json.loads(line)["certainty"] for line in lines} == {"TENTATIVE"}


def test_due_reads_articles_and_goes_on_after_a_refusal(run, papers):
    (papers / "news.txt").write_text(
        "OSLO, May 4 -- The two ministers will meet in Geneva on 12 May 2031, the ministry said on Sunday.",
        encoding="utf-8",
    )
    shown = run("due", "news.txt", "nowhere.txt", "--published", "2031-05-04", "--since", "2031-05-01", "--json")
    assert shown.exit_code == 3
    assert ("2031-05-12", "TENTATIVE") in [
        (d["latest"], d["certainty"]) for d in map(json.loads, shown.stdout.splitlines())
    ]


@pytest.mark.parametrize("length", ["soon", "-5d", "5"])
def test_a_length_that_is_none_is_misuse(run, papers, length):
    assert run("due", "first.txt", "--within", length).exit_code == 2
