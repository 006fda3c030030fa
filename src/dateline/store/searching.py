"""The full-text index over titles and texts: FTS5 on SQLite, a GIN index on PostgreSQL; and phrases -> the articles that hold them.

Each text is indexed with a word for its month of publication. So the newest texts that hold a common word are found
by asking for both, month by month, and not by sorting all that hold it.
"""

import unicodedata
from collections.abc import Iterable
from functools import reduce

from sqlalchemy import Connection, Function, Integer, Select, func, literal_column, select, text

from dateline.records.terms import Terms
from dateline.store import schema

MONTH = "zzmonth"  # and six digits: no word of any text
# Words as they are written, without accents and endings cut off: names matter here, and stemmers break them.
_MONTH = f"'{MONTH}' || substr({{}}published, 1, 4) || substr({{}}published, 6, 2)"
VIEW = f"CREATE VIEW articles_to_index AS SELECT pk, title, text, {_MONTH.format('', '')} AS month FROM articles"  # noqa: S608 - our own words

SQLITE = (
    "CREATE VIRTUAL TABLE articles_fts USING fts5(title, text, month, content='articles_to_index', content_rowid='pk', "
    "tokenize='unicode61 remove_diacritics 2')",
    "CREATE TRIGGER articles_indexed AFTER INSERT ON articles BEGIN "  # noqa: S608 - our own words
    "INSERT INTO articles_fts(rowid, title, text, month) VALUES "
    f"(new.pk, new.title, new.text, {_MONTH.format('new.', 'new.')}); END",
)
# PostgreSQL takes "a/b" and "a.b" for paths and hosts, one word each, and keeps accents.
_BREAKS = "/-_.:@~+#&=%\\’"
_ACCENTS = "".join(map(chr, range(0x300, 0x370)))
_LONGEST = 300_000  # characters: a tsvector holds one megabyte
VECTOR = (
    "to_tsvector('simple'::regconfig, "
    f"translate(normalize(coalesce(title, '') || ' ' || left(text, {_LONGEST}), NFKD), "
    f"'{_BREAKS}{_ACCENTS}', '{' ' * len(_BREAKS)}') || ' {MONTH}' || left(published, 4) || substr(published, 6, 2))"
)
POSTGRES = (f"CREATE INDEX articles_fts ON articles USING gin (({VECTOR}))",)


def create_index(connection: Connection) -> None:
    """Make the index in a store that has none yet."""
    for statement in (VIEW, *SQLITE) if connection.dialect.name == "sqlite" else POSTGRES:
        connection.execute(text(statement))


def matching(connection: Connection, terms: Terms, month: str | None = None) -> Select[int]:
    """Return the query for the keys of the articles that hold the phrases, those of one month ("2025-11") if asked."""
    word = None if month is None else f"{MONTH}{month.replace('-', '')}"
    if connection.dialect.name == "sqlite":
        found = literal_column("articles_fts.rowid", Integer).label("pk")
        condition = text("articles_fts MATCH :typed").bindparams(typed=_fts5(terms, word))
        return select(found).select_from(text("articles_fts")).where(condition)
    phrases = [_phrase(words) for words in (*terms.wanted, *([(word,)] if word else []))]
    phrases += [func.tsquery_not(_phrase(words)) for words in terms.unwanted]
    query = reduce(func.tsquery_and, phrases)
    return select(schema.articles.c.pk).where(literal_column(VECTOR).op("@@")(query))


def _fts5(terms: Terms, month: str | None) -> str:
    """The phrases in FTS5's language: words alone within quotes, so that nothing in them is a sign of it."""
    wanted = " AND ".join(f'"{" ".join(words)}"' for words in terms.wanted)
    unwanted = " OR ".join(f'"{" ".join(words)}"' for words in terms.unwanted)
    of_month = f' AND month : "{month}"' if month else ""
    # Not in the month's column, or its words would be found by who types them.
    return f"{{title text}} : ({wanted})" + of_month + (f" NOT {{title text}} : ({unwanted})" if unwanted else "")


def _phrase(words: Iterable[str]) -> Function[str]:
    letters = unicodedata.normalize("NFKD", " ".join(words))
    return func.phraseto_tsquery("simple", "".join(c for c in letters if c not in _ACCENTS))
