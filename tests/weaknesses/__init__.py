"""Weaknesses that are planted into a copy of the code, one after the other, to see whether tests notice.

`python -m tests.weaknesses` (`make weaknesses`) says of each what noticed it, and the share in the end.
"""

from tests.weaknesses.addresses import ADDRESSES
from tests.weaknesses.asking import ASKING
from tests.weaknesses.desk import DESK
from tests.weaknesses.identifying import IDENTIFYING
from tests.weaknesses.kept import KEPT
from tests.weaknesses.medicine import MEDICINE
from tests.weaknesses.reading import READING
from tests.weaknesses.staff import STAFF
from tests.weaknesses.texts import TEXTS
from tests.weaknesses.tickets import TICKETS
from tests.weaknesses.uploads import UPLOADS
from tests.weaknesses.wire import WIRE

WEAKNESSES = [
    *READING,
    *DESK,
    *TICKETS,
    *ADDRESSES,
    *ASKING,
    *STAFF,
    *TEXTS,
    *UPLOADS,
    *MEDICINE,
    *IDENTIFYING,
    *KEPT,
    *WIRE,
]
