"""Voices that two records lead back to."""

from dateline.lexicons.outlets import load_outlets
from dateline.link.shared import shared_voices
from dateline.records import Article, Attribution, AttributionId, AttributionKind, ChainLink, ChainRole, Record


def record(*chain: tuple[str | None, ChainRole]) -> Record:
    """Return a record of one claim with this chain."""
    claim = Attribution(
        id=AttributionId("s1"),
        kind=AttributionKind.INDIRECT,
        source=((0, 3),),
        cue=(),
        content=((4, 9),),
        chain=tuple(ChainLink(name=name, role=role) for name, role in chain),
    )
    return Record(article=Article(text="who said something"), attributions=(claim,))


def test_one_agency_under_two_names_is_one_voice():
    a = record(("Ada Holm", ChainRole.SPEAKER), ("AFP", ChainRole.AGENCY))
    b = record(("Jon Berg", ChainRole.SPEAKER), ("Agence France-Presse", ChainRole.OUTLET))
    (voice,) = shared_voices(a, b, load_outlets())
    assert (voice.name, voice.role, voice.here, voice.there) == (
        "Agence France-Presse",
        ChainRole.AGENCY,
        ("s1",),
        ("s1",),
    )


def test_speakers_hidden_sources_and_papers_without_a_name_are_shared_by_nobody():
    chain = (("Ada Holm", ChainRole.SPEAKER), (None, ChainRole.ANONYMOUS), ("a statement", ChainRole.DOCUMENT))
    assert shared_voices(record(*chain), record(*chain), load_outlets()) == ()
    assert shared_voices(record(*chain), None, load_outlets()) == ()


def test_a_spokesperson_and_a_paper_with_a_name_are_shared():
    chain = (("Maria Lund", ChainRole.SPOKESPERSON), ("the Kessel Declaration", ChainRole.DOCUMENT))
    names = {voice.name for voice in shared_voices(record(*chain), record(*chain), load_outlets())}
    assert names == {"Maria Lund", "Kessel Declaration"}
