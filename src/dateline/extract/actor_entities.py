"""The actors of a text while it is read: what is known of each so far, and where it was spoken of last."""

from dataclasses import dataclass, field

from dateline.extract.actor_phrases import Phrase
from dateline.extract.actor_profiles import Profile
from dateline.extract.cast import How
from dateline.records import ActorKind, Sector


@dataclass(slots=True)
class Place:
    """One mention in its sentence."""

    phrase: Phrase
    sentence: int
    role: str
    how: How
    quoted: bool


@dataclass(slots=True, eq=False)
class Entity:
    """An actor so far. members: for a group, the actors it is made of. latent: nothing stands for the group yet."""

    kind: ActorKind | None
    country: str | None
    sector: Sector | None
    plural: bool
    name: str
    key: str | None = None
    office: str | None = None
    gender: str = ""
    wikidata: str | None = None
    international: bool = False
    settled: bool = False
    several: bool = False
    names: set[str] = field(default_factory=set)
    lemmas: set[str] = field(default_factory=set)
    classes: set[str] = field(default_factory=set)
    places: list[Place] = field(default_factory=list)
    members: list["Entity"] = field(default_factory=list)
    latent: bool = False

    @property
    def last(self) -> Place:
        """The latest mention."""
        return self.places[-1]

    def learn(self, profile: Profile, lemma: str) -> None:
        """Take in what a further mention says, where nothing was known."""
        self.kind = self.kind or profile.kind
        self.country = self.country or profile.country
        self.sector = self.sector or profile.sector
        self.office = self.office or profile.office
        self.key = self.key or profile.key
        self.wikidata = self.wikidata or profile.wikidata
        self.international = self.international or profile.international
        listed = self.key is not None and self.sector is not None
        if profile.settled and not self.settled and not listed and profile.sector is not None:
            self.sector, self.settled = profile.sector, True
        self.lemmas.add(lemma)
        if profile.noun is not None:
            self.classes.add(profile.noun.id)


def from_profile(profile: Profile) -> Entity:
    """Return an actor of whom only one mention is known."""
    entity = Entity(
        kind=profile.kind,
        country=profile.country,
        sector=profile.sector,
        plural=profile.plural,
        name=profile.name,
        key=profile.key,
        office=profile.office,
        wikidata=profile.wikidata,
        international=profile.international,
        settled=profile.settled,
        several=profile.several,
    )
    if profile.noun is not None:
        entity.classes.add(profile.noun.id)
    return entity
