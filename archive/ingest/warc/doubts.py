"""Why a record that can be read may still not be what the site sent."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator, Sequence

from warcio.recordloader import ArcWarcRecord

from archive.errors import InputError
from archive.ingest.warc.records import At, address_of

_REMEDY = "Compare it with another capture of the page"


class WrongDigestError(InputError):
    """A record is not what its writer says."""


def doubts(piece: At, forms: Sequence[bytes]) -> Iterator[InputError]:
    """Yield what is to be told of a record that is taken; `forms` are its body as sent and without chunks."""
    record = piece.record
    what = f"the record of {address_of(record)} at byte {piece.offset:,}"
    if reason := record.rec_headers.get_header("WARC-Truncated"):
        told = f"{what} holds only the beginning of the page (WARC-Truncated: {reason}), which is taken"
        yield InputError(told, remedy=_REMEDY)
    elif not _has_stated_digest(record, forms):
        told = f"{what} does not have the digest that it states; it is taken all the same"
        yield WrongDigestError(told, remedy=_REMEDY)


def _has_stated_digest(record: ArcWarcRecord, forms: Sequence[bytes]) -> bool:
    """Whether a body is what its writer says, in one of its forms; True where that can't be told.

    Of a body that was sent in chunks some take the digest as it came, others without the chunks.
    """
    name, _, written = (record.rec_headers.get_header("WARC-Payload-Digest") or "").partition(":")
    if name.lower() not in ("md5", "sha1", "sha256", "sha512"):
        return True
    digests = [hashlib.new(name.lower(), body).digest() for body in forms]
    in_base32 = {base64.b32encode(digest).decode().lower().rstrip("=") for digest in digests}
    return written.strip().lower().rstrip("=") in {digest.hex() for digest in digests} | in_base32
