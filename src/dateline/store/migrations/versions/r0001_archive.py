"""The first archive: every table, and the full-text index."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
UID = sa.String(length=16).with_variant(sa.String(length=16, collation="C"), "postgresql")
LONG_UID = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")

MONTH = "'zzmonth' || substr({0}published, 1, 4) || substr({0}published, 6, 2)"
SQLITE = (
    f"CREATE VIEW articles_to_index AS SELECT pk, title, text, {MONTH.format('')} AS month FROM articles",  # noqa: S608 - our own words
    "CREATE VIRTUAL TABLE articles_fts USING fts5(title, text, month, content='articles_to_index', content_rowid='pk', "
    "tokenize='unicode61 remove_diacritics 2')",
    "CREATE TRIGGER articles_indexed AFTER INSERT ON articles BEGIN "  # noqa: S608
    "INSERT INTO articles_fts(rowid, title, text, month) VALUES "
    f"(new.pk, new.title, new.text, {MONTH.format('new.')}); END",
)
BREAKS = "/-_.:@~+#&=%\\’"
ACCENTS = "".join(map(chr, range(0x300, 0x370)))
POSTGRES = (
    "CREATE INDEX articles_fts ON articles USING gin ((to_tsvector('simple'::regconfig, "
    "translate(normalize(coalesce(title, '') || ' ' || left(text, 300000), NFKD), "
    f"'{BREAKS}{ACCENTS}', '{' ' * len(BREAKS)}') || ' zzmonth' || left(published, 4) || substr(published, 6, 2))))",
)


def upgrade() -> None:
    """Make every table."""
    _actors()
    _answers()
    _articles()
    _feeds()
    _judgements()
    _papers()
    _appearances()
    _documents()
    _instruments()
    _readings()
    _attributions()
    _instrument_parties()
    _provisions()
    _events()
    _dues()
    _parties()
    for statement in SQLITE if op.get_bind().dialect.name == "sqlite" else POSTGRES:
        op.get_bind().execute(sa.text(statement))


def _actors() -> None:
    op.create_table(
        "actors",
        sa.Column("pk", KEY, autoincrement=False, nullable=False),
        sa.Column("uid", LONG_UID, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("folded", sa.Text(), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("country", sa.String(length=3)),
        sa.Column("sector", sa.String(length=8)),
        sa.Column("wikidata", sa.String(length=16)),
        sa.Column("canonical_pk", KEY, nullable=False),
        sa.PrimaryKeyConstraint("pk"),
        sa.UniqueConstraint("uid"),
    )
    op.create_index(
        "actors_by_own_name",
        "actors",
        ["folded", "pk"],
        sqlite_where=sa.text("canonical_pk = pk"),
        postgresql_where=sa.text("canonical_pk = pk"),
    )
    op.create_index("ix_actors_canonical_pk", "actors", ["canonical_pk"])
    op.create_index("ix_actors_folded", "actors", ["folded"])


def _answers() -> None:
    op.create_table(
        "answers",
        sa.Column("key", sa.String(length=64), nullable=False),
        sa.Column("answer", sa.LargeBinary(), nullable=False),
        sa.Column("made", sa.String(length=32), nullable=False),
        sa.PrimaryKeyConstraint("key"),
    )


def _articles() -> None:
    op.create_table(
        "articles",
        sa.Column("pk", KEY, autoincrement=False, nullable=False),
        sa.Column("uid", UID, nullable=False),
        sa.Column("text_id", sa.String(length=16), nullable=False),
        sa.Column("locator", sa.Text()),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("url", sa.Text()),
        sa.Column("title", sa.Text()),
        sa.Column("outlet", sa.Text()),
        sa.Column("published", sa.String(length=10), nullable=False),
        sa.Column("language", sa.String(length=35), nullable=False),
        sa.Column("place", sa.Text()),
        sa.Column("agency", sa.Text()),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("added", sa.String(length=32), nullable=False),
        sa.Column("current", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("pk"),
        sa.UniqueConstraint("uid"),
    )
    op.create_index("ix_articles_agency", "articles", ["agency"])
    op.create_index("ix_articles_locator", "articles", ["locator"])
    op.create_index("ix_articles_outlet", "articles", ["outlet"])
    op.create_index("ix_articles_published", "articles", ["published"])
    op.create_index("ix_articles_text_id", "articles", ["text_id"])


def _feeds() -> None:
    op.create_table(
        "feeds",
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("etag", sa.Text()),
        sa.Column("last_modified", sa.Text()),
        sa.Column("checked", sa.String(length=32), nullable=False),
        sa.PrimaryKeyConstraint("address"),
    )


def _judgements() -> None:
    op.create_table(
        "judgements",
        sa.Column("pk", KEY, autoincrement=False, nullable=False),
        sa.Column("uid", UID, nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("object", sa.Text(), nullable=False),
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("made", sa.String(length=32), nullable=False),
        sa.Column("undone", sa.String(length=32)),
        sa.Column("undone_by", sa.Text()),
        sa.Column("undone_why", sa.Text()),
        sa.PrimaryKeyConstraint("pk"),
        sa.UniqueConstraint("uid"),
    )
    op.create_index("ix_judgements_subject", "judgements", ["subject"])
    op.create_index("judgements_of_object", "judgements", ["object"])


def _papers() -> None:
    op.create_table(
        "papers",
        sa.Column("pk", KEY, autoincrement=False, nullable=False),
        sa.Column("uid", LONG_UID, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("folded", sa.Text(), nullable=False),
        sa.Column("kind", sa.String(length=24), nullable=False),
        sa.Column("symbol", sa.Text()),
        sa.Column("body", sa.Text()),
        sa.Column("canonical_pk", KEY, nullable=False),
        sa.PrimaryKeyConstraint("pk"),
        sa.UniqueConstraint("uid"),
    )
    op.create_index("ix_papers_canonical_pk", "papers", ["canonical_pk"])
    op.create_index("ix_papers_folded", "papers", ["folded"])


def _appearances() -> None:
    op.create_table(
        "appearances",
        sa.Column("pk", KEY, autoincrement=False, nullable=False),
        sa.Column("article_pk", KEY, nullable=False),
        sa.Column("local", sa.String(length=16), nullable=False),
        sa.Column("actor_pk", KEY, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("office", sa.Text()),
        sa.Column("country", sa.String(length=3)),
        sa.Column("sector", sa.String(length=8)),
        sa.Column("day", sa.String(length=10), nullable=False),
        sa.Column("current", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["actor_pk"],
            ["actors.pk"],
        ),
        sa.ForeignKeyConstraint(
            ["article_pk"],
            ["articles.pk"],
        ),
        sa.PrimaryKeyConstraint("pk"),
    )
    op.create_index("appearances_of_actor", "appearances", ["actor_pk", "day"])
    op.create_index("appearances_of_article", "appearances", ["article_pk", "local"])


def _documents() -> None:
    op.create_table(
        "documents",
        sa.Column("pk", KEY, autoincrement=False, nullable=False),
        sa.Column("uid", UID, nullable=False),
        sa.Column("text_id", sa.String(length=16), nullable=False),
        sa.Column("locator", sa.Text()),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("paper_pk", KEY, nullable=False),
        sa.Column("kind", sa.String(length=24), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("adopted", sa.String(length=10), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("resolution", sa.LargeBinary(), nullable=False),
        sa.Column("added", sa.String(length=32), nullable=False),
        sa.Column("current", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["paper_pk"],
            ["papers.pk"],
        ),
        sa.PrimaryKeyConstraint("pk"),
        sa.UniqueConstraint("uid"),
    )
    op.create_index("ix_documents_locator", "documents", ["locator"])
    op.create_index("ix_documents_text_id", "documents", ["text_id"])


def _instruments() -> None:
    op.create_table(
        "instruments",
        sa.Column("pk", KEY, autoincrement=False, nullable=False),
        sa.Column("uid", UID, nullable=False),
        sa.Column("article_pk", KEY, nullable=False),
        sa.Column("local", sa.String(length=16), nullable=False),
        sa.Column("paper_pk", KEY, nullable=False),
        sa.Column("kind", sa.String(length=24), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("status", sa.String(length=16), nullable=False),
        sa.Column("dates", sa.Text(), nullable=False),
        sa.Column("relations", sa.Text(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("day", sa.String(length=10), nullable=False),
        sa.Column("current", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["article_pk"],
            ["articles.pk"],
        ),
        sa.ForeignKeyConstraint(
            ["paper_pk"],
            ["papers.pk"],
        ),
        sa.PrimaryKeyConstraint("pk"),
        sa.UniqueConstraint("uid"),
    )
    op.create_index("instruments_by_day", "instruments", ["day"])
    op.create_index("instruments_of_article", "instruments", ["article_pk", "local"])
    op.create_index("instruments_of_paper", "instruments", ["paper_pk", "day"])


def _readings() -> None:
    op.create_table(
        "readings",
        sa.Column("pk", KEY, autoincrement=False, nullable=False),
        sa.Column("article_pk", KEY, nullable=False),
        sa.Column("reader", sa.Text(), nullable=False),
        sa.Column("generated_by", sa.Text(), nullable=False),
        sa.Column("made", sa.String(length=32), nullable=False),
        sa.Column("record", sa.LargeBinary(), nullable=False),
        sa.Column("current", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["article_pk"],
            ["articles.pk"],
        ),
        sa.PrimaryKeyConstraint("pk"),
    )
    op.create_index("readings_of_article", "readings", ["article_pk", "pk"])


def _attributions() -> None:
    op.create_table(
        "attributions",
        sa.Column("pk", KEY, autoincrement=False, nullable=False),
        sa.Column("uid", UID, nullable=False),
        sa.Column("article_pk", KEY, nullable=False),
        sa.Column("local", sa.String(length=16), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("speaker_pk", KEY),
        sa.Column("actor_pk", KEY),
        sa.Column("source", sa.Text()),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("chain", sa.Text(), nullable=False),
        sa.Column("said", sa.String(length=10), nullable=False),
        sa.Column("day", sa.String(length=10), nullable=False),
        sa.Column("current", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["actor_pk"],
            ["actors.pk"],
        ),
        sa.ForeignKeyConstraint(
            ["article_pk"],
            ["articles.pk"],
        ),
        sa.ForeignKeyConstraint(
            ["speaker_pk"],
            ["appearances.pk"],
        ),
        sa.PrimaryKeyConstraint("pk"),
        sa.UniqueConstraint("uid"),
    )
    op.create_index("attributions_by_day", "attributions", ["day"])
    op.create_index("attributions_of_actor", "attributions", ["actor_pk", "day"])
    op.create_index("attributions_of_article", "attributions", ["article_pk", "local"])


def _instrument_parties() -> None:
    op.create_table(
        "instrument_parties",
        sa.Column("instrument_pk", KEY, nullable=False),
        sa.Column("role", sa.String(length=10), nullable=False),
        sa.Column("appearance_pk", KEY, nullable=False),
        sa.Column("actor_pk", KEY, nullable=False),
        sa.ForeignKeyConstraint(
            ["appearance_pk"],
            ["appearances.pk"],
        ),
        sa.ForeignKeyConstraint(
            ["instrument_pk"],
            ["instruments.pk"],
        ),
        sa.PrimaryKeyConstraint("instrument_pk", "role", "appearance_pk"),
    )
    op.create_index("instrument_parties_of_appearance", "instrument_parties", ["appearance_pk"])
    op.create_index("ix_instrument_parties_actor_pk", "instrument_parties", ["actor_pk"])


def _provisions() -> None:
    op.create_table(
        "provisions",
        sa.Column("pk", KEY, autoincrement=False, nullable=False),
        sa.Column("uid", UID, nullable=False),
        sa.Column("article_pk", KEY),
        sa.Column("document_pk", KEY),
        sa.Column("paper_pk", KEY),
        sa.Column("type", sa.String(length=16), nullable=False),
        sa.Column("bearer", sa.Text()),
        sa.Column("action", sa.Text(), nullable=False),
        sa.Column("deadline", sa.Text()),
        sa.Column("expires", sa.Text()),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("current", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["article_pk"],
            ["articles.pk"],
        ),
        sa.ForeignKeyConstraint(
            ["document_pk"],
            ["documents.pk"],
        ),
        sa.ForeignKeyConstraint(
            ["paper_pk"],
            ["papers.pk"],
        ),
        sa.PrimaryKeyConstraint("pk"),
        sa.UniqueConstraint("uid"),
    )
    op.create_index("provisions_of_article", "provisions", ["article_pk"])
    op.create_index("provisions_of_paper", "provisions", ["paper_pk"])


def _events() -> None:
    op.create_table(
        "events",
        sa.Column("pk", KEY, autoincrement=False, nullable=False),
        sa.Column("uid", UID, nullable=False),
        sa.Column("article_pk", KEY, nullable=False),
        sa.Column("local", sa.String(length=16), nullable=False),
        sa.Column("group_pk", KEY, nullable=False),
        sa.Column("type", sa.String(length=12), nullable=False),
        sa.Column("mode", sa.String(length=32)),
        sa.Column("status", sa.String(length=12), nullable=False),
        sa.Column("quad", sa.Integer(), nullable=False),
        sa.Column("date", sa.String(length=32)),
        sa.Column("earliest", sa.String(length=10), nullable=False),
        sa.Column("latest", sa.String(length=10), nullable=False),
        sa.Column("day", sa.String(length=10), nullable=False),
        sa.Column("place", sa.Text()),
        sa.Column("country", sa.String(length=3)),
        sa.Column("lat", sa.Float()),
        sa.Column("lon", sa.Float()),
        sa.Column("attribution_pk", KEY),
        sa.Column("instrument", sa.String(length=16)),
        sa.Column("topics", sa.Text(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("trigger_start", sa.Integer(), nullable=False),
        sa.Column("trigger_end", sa.Integer(), nullable=False),
        sa.Column("rule", sa.Text(), nullable=False),
        sa.Column("followed_by", sa.String(length=16)),
        sa.Column("current", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["article_pk"],
            ["articles.pk"],
        ),
        sa.ForeignKeyConstraint(
            ["attribution_pk"],
            ["attributions.pk"],
        ),
        sa.PrimaryKeyConstraint("pk"),
        sa.UniqueConstraint("uid"),
    )
    op.create_index("events_by_country", "events", ["country", "day"])
    op.create_index("events_by_day", "events", ["day", "pk"])
    op.create_index("events_by_status", "events", ["status", "day"])
    op.create_index("events_by_type", "events", ["type", "day"])
    op.create_index(
        "events_followed",
        "events",
        ["followed_by"],
        sqlite_where=sa.text("followed_by IS NOT NULL"),
        postgresql_where=sa.text("followed_by IS NOT NULL"),
    )
    op.create_index("events_of_article", "events", ["article_pk", "local"])
    op.create_index("events_of_group", "events", ["group_pk"])
    placed = sa.text("place IS NOT NULL")
    by: list[str | sa.TextClause] = [sa.text("lower(place)"), "day"]
    op.create_index("events_by_place", "events", [*by], sqlite_where=placed, postgresql_where=placed)


def _dues() -> None:
    op.create_table(
        "dues",
        sa.Column("pk", KEY, autoincrement=False, nullable=False),
        sa.Column("uid", sa.Text(), nullable=False),
        sa.Column("article_pk", KEY),
        sa.Column("document_pk", KEY),
        sa.Column("event_pk", KEY),
        sa.Column("earliest", sa.String(length=10), nullable=False),
        sa.Column("latest", sa.String(length=10), nullable=False),
        sa.Column("due", sa.Text(), nullable=False),
        sa.Column("current", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["article_pk"],
            ["articles.pk"],
        ),
        sa.ForeignKeyConstraint(
            ["document_pk"],
            ["documents.pk"],
        ),
        sa.ForeignKeyConstraint(
            ["event_pk"],
            ["events.pk"],
        ),
        sa.PrimaryKeyConstraint("pk"),
    )
    op.create_index("dues_by_day", "dues", ["latest", "earliest"])
    op.create_index("ix_dues_article_pk", "dues", ["article_pk"])
    op.create_index("ix_dues_document_pk", "dues", ["document_pk"])
    op.create_index("ix_dues_event_pk", "dues", ["event_pk"])
    op.create_index("ix_dues_uid", "dues", ["uid"])


def _parties() -> None:
    op.create_table(
        "parties",
        sa.Column("event_pk", KEY, nullable=False),
        sa.Column("role", sa.String(length=10), nullable=False),
        sa.Column("appearance_pk", KEY, nullable=False),
        sa.Column("actor_pk", KEY, nullable=False),
        sa.Column("country", sa.String(length=3)),
        sa.Column("day", sa.String(length=10), nullable=False),
        sa.ForeignKeyConstraint(
            ["appearance_pk"],
            ["appearances.pk"],
        ),
        sa.ForeignKeyConstraint(
            ["event_pk"],
            ["events.pk"],
        ),
        sa.PrimaryKeyConstraint("event_pk", "role", "appearance_pk"),
    )
    op.create_index("parties_of_actor", "parties", ["actor_pk", "day", "event_pk"])
    op.create_index("parties_of_appearance", "parties", ["appearance_pk"])
    op.create_index("parties_of_country", "parties", ["country", "day", "event_pk"])
