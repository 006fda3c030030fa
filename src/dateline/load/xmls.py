"""XML that others wrote -> its text, if it is harmless."""

import re

from dateline.errors import Reason, RefusedError
from dateline.load.decoding import charset_of, decode
from dateline.load.source import Source

MAX_XML = 20_000_000  # bytes; a newspaper's longest feed has about 2 MB
DECLARED = re.compile(r"\A\s*<\?xml[^>]*?encoding\s*=\s*[\"']([\w.:-]+)", re.IGNORECASE)
DECLARATION = re.compile(r"\A\s*<\?xml[^>]*\?>", re.IGNORECASE)
_ASIDE = re.compile(r"<!--.*?(?:-->|\Z)|<\?.*?(?:\?>|\Z)", re.DOTALL)
_ROOT = re.compile(r"<[^\W\d]")


def xml_text(source: Source) -> str:
    """Return the document, its declaration gone. Raises RefusedError if it defines entities or is too long.

    Entities of its own are how a small document grows without end or reads this machine's files, and feeds need none.
    """
    if len(source.data) > MAX_XML:
        message = f"{source.name}: more than {MAX_XML // 1_000_000} MB of XML, the most that is read"
        raise RefusedError(message, reason=Reason.TOO_LARGE)
    declared = DECLARED.search(source.data[:200].decode("ascii", "replace"))
    charset = charset_of(source.content_type) or (declared[1] if declared else None)
    text = DECLARATION.sub("", decode(source.data, source.name, charset), count=1)
    plain = _ASIDE.sub("", text)
    root = _ROOT.search(plain)
    if "<!ENTITY" in plain[: root.start() if root else None].upper():
        message = f"{source.name}: XML that defines entities of its own, as XML bombs do; it is not read"
        raise RefusedError(message, reason=Reason.FORMAT)
    return text
