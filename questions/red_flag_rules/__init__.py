"""The signs of an emergency, as data: what is said when it is one, what to do, and who says so.

A rule is a line: its parts, between " ~ ", stand in any order within a few sentences, each as a word
list of red_flag_words/ in braces, or as terms of its own. A dot, or three, is what may stand
between two words. What is denied, long past or only supposed does not count (not_so.py).
"""

from questions.red_flag_rules.accidents import ACCIDENTS
from questions.red_flag_rules.babies import BABIES
from questions.red_flag_rules.group import FeverLimit, Group, _
from questions.red_flag_rules.harm import HARM
from questions.red_flag_rules.illness import ILLNESSES
from questions.red_flag_rules.injury import INJURY

__all__ = ["ALIKE", "BY_ID", "GROUPS", "FeverLimit", "Group"]

# As the page shows them, one below the other.
GROUPS = (*ILLNESSES, *ACCIDENTS, *INJURY, *BABIES, *HARM)

# No rule names it, and it reads like what stands above (likeness.py).
ALIKE = Group(
    "alike",
    _("It reads like an emergency"),
    _(
        "Call if the child is hard to wake, breathes badly, has a fit, is badly hurt or swallowed something "
        "dangerous, or if anybody may harm themselves or others. Nobody should be alone now."
    ),
    "Learned from labelled texts: docs/adr/0012",
)

BY_ID = {group.id: group for group in (*GROUPS, ALIKE)}
