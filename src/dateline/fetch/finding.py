"""Sources as the user names them -> files, addresses and standard input, in order: folders and patterns opened up."""

import glob
import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path

from dateline.errors import FetchError, Reason
from dateline.fetch.source import is_address

Wanted = Callable[[str], bool]


class Place(Enum):
    """Where a source lies."""

    FILE = auto()
    WEB = auto()
    STDIN = auto()
    PASSED_OVER = auto()  # a file in a folder that is of no kind that is read


@dataclass(frozen=True, slots=True)
class Found:
    """One source: a path, an address or '-'."""

    name: str
    place: Place


def find_sources(sources: Iterable[str], wanted: Wanted) -> Iterator[Found | FetchError]:
    """Yield each file and address, folders and patterns in the order of their names; an error for what is nothing.

    wanted: whether a file that is in a folder is of a kind that is read, by its name. Hidden files and folders are
    left alone, and links to folders are not followed.
    """
    for source in sources:
        try:
            yield from _found(source, wanted)
        except FetchError as error:
            yield error


def total_size(sources: Iterable[str], wanted: Wanted) -> int | None:
    """Return how many bytes the files have together; None where something else than files is named."""
    total = 0
    for found in find_sources(sources, wanted):
        if isinstance(found, FetchError) or found.place is Place.PASSED_OVER:
            continue
        if found.place is not Place.FILE:
            return None
        total += size_of(found)
    return total


def size_of(found: Found) -> int:
    """Return how many bytes a file has; none where it is no file, or not there."""
    try:
        return Path(found.name).stat().st_size if found.place is Place.FILE else 0
    except (OSError, ValueError):
        return 0


def _found(source: str, wanted: Wanted) -> Iterator[Found]:
    if source == "-":
        yield Found(source, Place.STDIN)
        return
    if is_address(source):
        yield Found(source, Place.WEB)
        return
    if not source.strip():
        raise FetchError("a source without a name; give a file, a folder, an address or '-'")
    if glob.has_magic(source) and not os.path.lexists(source):
        yield from _matching(source, wanted)
    elif os.path.isdir(source):  # noqa: PTH112 - a name with NUL in it is no folder, where Path raises
        yield from _inside(source, wanted)
    else:
        yield Found(source, Place.FILE)


def _matching(pattern: str, wanted: Wanted) -> Iterator[Found]:
    root = Path(pattern).anchor
    try:
        matched = sorted(Path(root).glob(pattern[len(root) :]))  # does not follow links to folders at '**'
    except (ValueError, NotImplementedError) as error:
        raise FetchError(f"{pattern}: no pattern of names ({error}); check it") from error
    names = [str(path) for path in matched if not _is_hidden(path, pattern)]
    if not names:
        message = f"{pattern}: no file has such a name; an address begins with http:// or https://"
        raise FetchError(message, reason=Reason.NOT_FOUND)
    for name in names:
        if Path(name).is_dir():
            if "**" not in pattern:  # which names what is in it too
                yield from _inside(name, wanted)
        else:
            yield Found(name, Place.FILE)


def _is_hidden(path: Path, pattern: str) -> bool:
    """Is the file hidden, or in a hidden folder, that the pattern does not name?"""
    return any(part.startswith(".") and part not in Path(pattern).parts for part in path.parts)


def _inside(folder: str, wanted: Wanted) -> Iterator[Found]:
    try:
        entries = sorted(os.scandir(folder), key=lambda e: e.name)
    except OSError as error:
        message = f"{folder}: may not be read ({error.strerror}); check its permissions"
        raise FetchError(message, reason=Reason.NOT_ALLOWED) from error
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _inside(entry.path, wanted)
        elif entry.is_file():
            yield Found(entry.path, Place.FILE if wanted(entry.name) else Place.PASSED_OVER)
