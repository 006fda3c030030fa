"""How two words of a sentence stand to each other: the way through the tree, and clause to clause."""

from spacy.tokens import Token

from dateline.extract.event_frames import Frame

LONGEST = 6  # longer ways are all alike
_SHARED = frozenset({"conj", "appos"})
_PREPOSITIONS = frozenset({"prep", "agent", "dative"})


def path(start: Token, end: Token) -> str:
    """Return the way from one word to another through the tree: up ('^dep') and down ('>dep'), prepositions named."""
    ups = {start.i: 0}
    token = start
    while token.head.i != token.i:
        token = token.head
        ups[token.i] = len(ups)
    down: list[str] = []
    token = end
    while token.i not in ups:
        down.append(f">{_label(token)}")
        if token.head.i == token.i or len(down) > LONGEST:
            return "far"
        token = token.head
    steps = ups[token.i]
    if steps + len(down) > LONGEST:
        return "far"
    up: list[str] = []
    token = start
    for _ in range(steps):
        up.append(f"^{_label(token)}")
        token = token.head
    return "".join([*up, *reversed(down)])


def slot(token: Token) -> tuple[str, Token | None]:
    """Return a word's place in its clause ('nsubj', 'pobj:with', 'dobj/poss' for a part of it) and the clause's verb."""
    inner = ""
    while token.head.i != token.i:
        head = token.head
        if head.pos_ in ("VERB", "AUX"):
            return f"{_label(token)}{inner}", head
        if token.dep_ == "pobj" and head.dep_ in _PREPOSITIONS and head.head.pos_ in ("VERB", "AUX"):
            return f"pobj:{head.lower_}{inner}", head.head
        if token.dep_ not in _SHARED:
            inner = f"/{_label(token)}" if token.dep_ != "pobj" else f"/{head.lower_}"
        token = head
    return f"root{inner}", None


def clause_way(frame: Frame, verb: Token | None) -> str:
    """Return where a clause stands towards the trigger's: 'own', 'carrier', 'up:dep', 'down:dep', 'across', 'none'."""
    if verb is None:
        return "none"
    if verb.i == frame.head.i:
        return "own"
    anchor = frame.head if frame.kind == "verb" or frame.support is None else frame.support
    if verb.i == anchor.i:
        return "carrier"
    if (dep := _climb(anchor, verb)) is not None:
        return f"up:{dep}"
    if (dep := _climb(verb, frame.head)) is not None or (dep := _climb(verb, anchor)) is not None:
        return f"down:{dep}"
    return "across"


def _climb(low: Token, high: Token) -> str | None:
    """Return by which dependency the word `low` hangs under `high`: that of its topmost link; None if it does not."""
    token = low
    for _ in range(2 * LONGEST):
        if token.head.i == token.i:
            return None
        if token.head.i == high.i:
            return token.dep_
        token = token.head
    return None


def _label(token: Token) -> str:
    return token.lower_ if token.dep_ in _PREPOSITIONS else token.dep_
