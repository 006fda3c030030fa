"""The archive's tables, the same on SQLite and PostgreSQL.

Raw: articles, readings (the record as it was made, never rewritten), documents, judgements (with their undoing).
Derived, to be asked: appearances, events, parties, attributions, instruments, provisions, dues, and the actors and
papers of which they speak. What a judgement changes is changed in derived columns alone (`actor_pk`, `group_pk`,
`paper_pk`, an event's fields), so undoing it is deriving them again from what is raw.

Days are ISO text ("2025-11-17"), so they sort as days do; "" is a day not known. `current` is false for what new rules
no longer find and for versions that a newer one has followed.
"""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    func,
    text,
)

from dateline.records.ids import UID_LENGTH

VERSION = "0002"  # the last step in migrations/versions
metadata = MetaData()
Key = BigInteger().with_variant(Integer, "sqlite")  # SQLite's rowid is an INTEGER, and only that


def _pk() -> Column[int]:
    # Writers give the keys, under the one write lock: no round trip for them, and a bulk load can count them itself.
    return Column("pk", Key, primary_key=True, autoincrement=False)


# Ids are compared byte by byte, so that the beginning of one is found along the index.
Uid = String(UID_LENGTH).with_variant(String(UID_LENGTH, collation="C"), "postgresql")
LongUid = Text().with_variant(Text(collation="C"), "postgresql")


def _uid() -> Column[str]:
    return Column("uid", Uid, nullable=False, unique=True)


def _to(table: str, name: str, *, nullable: bool = False) -> Column[int]:
    return Column(name, Key, ForeignKey(f"{table}.pk"), nullable=nullable)


def _current() -> Column[bool]:
    return Column("current", Boolean, nullable=False, default=True)


articles = Table(
    "articles",
    metadata,
    _pk(),
    _uid(),
    Column("text_id", String(16), nullable=False, index=True),
    Column("locator", Text, index=True),
    Column("version", Integer, nullable=False),
    Column("url", Text),
    Column("title", Text),
    Column("outlet", Text, index=True),
    Column("published", String(10), nullable=False, index=True),
    Column("language", String(35), nullable=False),
    Column("place", Text),
    Column("agency", Text, index=True),
    Column("text", Text, nullable=False),
    Column("added", String(32), nullable=False),
    _current(),
)

readings = Table(
    "readings",
    metadata,
    _pk(),
    _to("articles", "article_pk"),
    Column("reader", Text, nullable=False),
    Column("generated_by", Text, nullable=False),
    Column("made", String(32), nullable=False),
    Column("record", LargeBinary, nullable=False),  # zlib-compressed JSON of the record without the article's text
    _current(),
    Index("readings_of_article", "article_pk", "pk"),
)

actors = Table(
    "actors",
    metadata,
    _pk(),
    Column(
        "uid", LongUid, nullable=False, unique=True
    ),  # "person:...", "country:RUS"; "name:..." where no table has it
    Column("name", Text, nullable=False),
    Column("folded", Text, nullable=False, index=True),
    Column("kind", String(16), nullable=False),
    Column("country", String(3)),
    Column("sector", String(8)),
    Column("wikidata", String(16)),
    Column("canonical_pk", Key, nullable=False, index=True),  # its own pk, or that of the actor it was judged to be
    # Whom a new name could be: those who stand for themselves, few of a name however often it is read.
    Index(
        "actors_by_own_name",
        "folded",
        "pk",
        sqlite_where=text("canonical_pk = pk"),
        postgresql_where=text("canonical_pk = pk"),
    ),
)

appearances = Table(
    "appearances",
    metadata,
    _pk(),
    _to("articles", "article_pk"),
    Column("local", String(16), nullable=False),
    _to("actors", "actor_pk"),  # as it was read; the judged one is actors.canonical_pk
    Column("name", Text, nullable=False),
    Column("office", Text),
    Column("country", String(3)),
    Column("sector", String(8)),
    Column("day", String(10), nullable=False),  # of publication
    _current(),
    Index("appearances_of_actor", "actor_pk", "day"),
    Index("appearances_of_article", "article_pk", "local"),
)

attributions = Table(
    "attributions",
    metadata,
    _pk(),
    _uid(),
    _to("articles", "article_pk"),
    Column("local", String(16), nullable=False),
    Column("kind", String(16), nullable=False),
    Column("speaker_pk", Key, ForeignKey("appearances.pk")),
    Column("actor_pk", Key, ForeignKey("actors.pk")),  # the speaker, as judged
    Column("source", Text),  # its words
    Column("start", Integer, nullable=False),  # the content's first and last character
    Column("end", Integer, nullable=False),
    Column("chain", Text, nullable=False),  # JSON: [name, role] from the speaker to the outlet
    Column("said", String(10), nullable=False),
    Column("day", String(10), nullable=False),  # of saying where the text tells it, else of publication
    _current(),
    Index("attributions_of_actor", "actor_pk", "day"),
    Index("attributions_of_article", "article_pk", "local"),
    Index("attributions_by_day", "day"),
)

events = Table(
    "events",
    metadata,
    _pk(),
    _uid(),
    _to("articles", "article_pk"),
    Column("local", String(16), nullable=False),
    Column("group_pk", Key, nullable=False),  # its own pk, or that of the event it was judged to be the same as
    Column("type", String(12), nullable=False),
    Column("mode", String(32)),
    Column("status", String(12), nullable=False),
    Column("quad", Integer, nullable=False),
    Column("date", String(32)),  # the TIMEX3 value; null where no date is given
    Column("earliest", String(10), nullable=False),
    Column("latest", String(10), nullable=False),
    Column("day", String(10), nullable=False),  # earliest, else the day of publication: where it stands in a timeline
    Column("place", Text),
    Column("country", String(3)),  # of the place
    Column("lat", Float),
    Column("lon", Float),
    Column("attribution_pk", Key, ForeignKey("attributions.pk")),
    Column("instrument", String(16)),  # local id
    Column("topics", Text, nullable=False),  # joined by "; "
    Column("start", Integer, nullable=False),  # of the evidence
    Column("end", Integer, nullable=False),
    Column("trigger_start", Integer, nullable=False),
    Column("trigger_end", Integer, nullable=False),
    Column("rule", Text, nullable=False),
    Column("followed_by", String(UID_LENGTH)),  # what a later reading makes of the same words
    _current(),
    Index("events_by_day", "day", "pk"),
    Index("events_by_type", "type", "day"),
    Index("events_by_status", "status", "day"),
    Index("events_by_country", "country", "day"),
    Index("events_of_article", "article_pk", "local"),
    Index("events_of_group", "group_pk"),
    Index(
        "events_followed",
        "followed_by",
        sqlite_where=text("followed_by IS NOT NULL"),
        postgresql_where=text("followed_by IS NOT NULL"),
    ),
)
_placed = events.c.place.is_not(None)
Index("events_by_place", func.lower(events.c.place), events.c.day, sqlite_where=_placed, postgresql_where=_placed)

parties = Table(
    "parties",
    metadata,
    Column("event_pk", Key, ForeignKey("events.pk"), primary_key=True),
    Column(
        "role", String(10), primary_key=True
    ),  # actor, recipient, mediator; "member" of a group that is one of these
    Column("appearance_pk", Key, ForeignKey("appearances.pk"), primary_key=True),
    Column("actor_pk", Key, nullable=False),  # as judged
    Column("country", String(3)),
    Column("day", String(10), nullable=False),  # the event's
    Index("parties_of_actor", "actor_pk", "day", "event_pk"),
    Index("parties_of_country", "country", "day", "event_pk"),
    Index("parties_of_appearance", "appearance_pk"),
)

papers = Table(
    "papers",
    metadata,
    _pk(),
    Column(
        "uid", LongUid, nullable=False, unique=True
    ),  # "symbol:...", "unsc:1701:2006"; "name:..." where none is known
    Column("name", Text, nullable=False),
    Column("folded", Text, nullable=False, index=True),
    Column("kind", String(24), nullable=False),
    Column("symbol", Text),
    Column("body", Text),
    Column("canonical_pk", Key, nullable=False, index=True),
)

instruments = Table(
    "instruments",
    metadata,
    _pk(),
    _uid(),
    _to("articles", "article_pk"),
    Column("local", String(16), nullable=False),
    _to("papers", "paper_pk"),  # as read; the judged one is papers.canonical_pk
    Column("kind", String(24), nullable=False),
    Column("name", Text, nullable=False),
    Column("status", String(16), nullable=False),
    Column("dates", Text, nullable=False),  # JSON: [stage, value]
    Column("relations", Text, nullable=False),  # JSON: [type, target's local id, part]
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("day", String(10), nullable=False),  # of publication
    _current(),
    Index("instruments_of_paper", "paper_pk", "day"),
    Index("instruments_of_article", "article_pk", "local"),
    Index("instruments_by_day", "day"),
)

instrument_parties = Table(
    "instrument_parties",
    metadata,
    Column("instrument_pk", Key, ForeignKey("instruments.pk"), primary_key=True),
    Column("role", String(10), primary_key=True),  # proposer, party
    Column("appearance_pk", Key, ForeignKey("appearances.pk"), primary_key=True),
    Column("actor_pk", Key, nullable=False, index=True),  # as judged
    Index("instrument_parties_of_appearance", "appearance_pk"),
)

documents = Table(
    "documents",
    metadata,
    _pk(),
    _uid(),
    Column("text_id", String(16), nullable=False, index=True),
    Column("locator", Text, index=True),
    Column("version", Integer, nullable=False),
    _to("papers", "paper_pk"),
    Column("kind", String(24), nullable=False),
    Column("name", Text, nullable=False),
    Column("adopted", String(10), nullable=False),
    Column("text", Text, nullable=False),
    Column("resolution", LargeBinary, nullable=False),  # compressed JSON of all that was parsed, without the text
    Column("added", String(32), nullable=False),
    _current(),
    Index("documents_of_paper", "paper_pk"),
)

provisions = Table(
    "provisions",
    metadata,
    _pk(),
    _uid(),
    Column("article_pk", Key, ForeignKey("articles.pk")),  # where an article tells it
    Column("document_pk", Key, ForeignKey("documents.pk")),  # where the paper's own text has it
    Column("paper_pk", Key, ForeignKey("papers.pk")),
    Column("type", String(16), nullable=False),
    Column("bearer", Text),
    Column("action", Text, nullable=False),
    Column("deadline", Text),
    Column("expires", Text),
    Column("paragraph", Text),  # of the paper's own text: "4 (b)"
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    _current(),
    Index("provisions_of_paper", "paper_pk"),
    Index("provisions_of_article", "article_pk"),
    Index("provisions_of_document", "document_pk"),
)

dues = Table(
    "dues",
    metadata,
    _pk(),
    Column("uid", Text, nullable=False, index=True),  # the calendar's
    Column("article_pk", Key, ForeignKey("articles.pk"), index=True),
    Column("document_pk", Key, ForeignKey("documents.pk"), index=True),
    Column("event_pk", Key, ForeignKey("events.pk"), index=True),  # the planned act, where it is one
    Column("earliest", String(10), nullable=False),
    Column("latest", String(10), nullable=False),  # of a series: its last day
    Column("due", Text, nullable=False),  # JSON
    _current(),
    Index("dues_by_day", "latest", "earliest"),
)

judgements = Table(
    "judgements",
    metadata,
    _pk(),
    _uid(),
    Column("kind", String(16), nullable=False),  # same_actor, same_event, same_paper, not_same, correct
    Column("subject", Text, nullable=False, index=True),  # a claim's or actor's uid
    Column("object", Text, nullable=False),  # the uid it is the same as; for correct: "field=value"
    Column("who", Text, nullable=False),
    Column("why", Text, nullable=False),
    Column("made", String(32), nullable=False),
    Column("undone", String(32)),
    Column("undone_by", Text),
    Column("undone_why", Text),
    Index("judgements_of_object", "object"),
)

feeds = Table(
    "feeds",
    metadata,
    Column("address", Text, primary_key=True),
    Column("etag", Text),
    Column("last_modified", Text),
    Column("checked", String(32), nullable=False),
)

answers = Table(  # of language models, by what was asked: the reader's cache
    "answers",
    metadata,
    Column("key", String(64), primary_key=True),
    Column("answer", LargeBinary, nullable=False),
    Column("made", String(32), nullable=False),
)
