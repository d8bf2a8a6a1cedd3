"""What was stamped on a telegram below its text: its level again, NNNN, what was released."""

from __future__ import annotations

import re
from typing import Final

LEVEL: Final = (
    r"U ?N ?C ?L ?A ?S(?: ?S ?I ?F ?I ?E ?D)?|C ?O ?N ?F ?I ?D ?E ?N ?T ?I ?A ?L"
    r"|(?:T ?O ?P ?)?S ?E ?C ?R ?E ?T|LIMITED OFFICIAL USE|SENSITIVE"
    r"|FOR OFFICIAL USE ONLY|DECLASSIFIED|SBU|FOUO"
)
_CONTROL: Final = (
    r"NOFORN|SENSITIVE|SBU|FOUO|FOR OFFICIAL USE ONLY|EXDIS|NODIS|LIMDIS"
    r"|(?:25)?X\d(?:-HUMAN)?"
)
STAMP: Final = re.compile(
    rf"(?:\(?(?:{LEVEL})(?:[ /]{{1,4}}(?:{_CONTROL}|(?:19|20)\d{{6}})){{0,3}}\)?"
    rf"(?: [A-Z][A-Z .']{{1,24}} \d{{2,6}}| N{{4}})?"
    rf"|SIPDIS|{_CONTROL}|N{{4}}[A-Z0-9]{{0,24}}|N{{1,8}}|BT|EOF|(?:UN)?QU?O?TE"
    r"|[A-Z]{0,6}VZCZ[A-Z0-9]{0,12}"
    r"|#{1,3}\d{1,6}|SECTION \d\d? OF \d\d?|<?END>?|DECONTROLLED"
    r"|(?:RELEASED|DENIED|DECLASSIFIED) IN (?:FULL|PART).{0,40}"
    r"|(?:B\d|1\.4 ?\(?[A-H]\)?)(?:[, ]{1,2}(?:B\d|1\.4 ?\(?[A-H]\)?)){0,4}"
    r"|<{2}.{0,60}>{2}"
    r"|[=*# -]{0,60}(?:CABLE ENDS"
    r"|END (?:OF )?(?:CABLE|MESSAGE|TELEGRAM|DOCUMENT|SECTION(?: \d{1,2})?)(?: TEXT)?)[=*# -]{0,60}"
    r"|(?:(?:DRAFTED|CLEARED|APPROVED|CLASSIFIED)(?: BY)?|DECLASSIFY ON|CABLE DISTRIBUTION) ?:"
    r".{0,80}"
    r"|PAGE \d\d?\b.{0,80}|NOTE(?::? (?:NOT PASSED|ORIGINAL DOC)| BY OC/T:?).{0,80}|\*{3}.{0,60}"
    r"|.{0,20}Classification: ?[A-Z /]{0,40}|(?:19|20)?\d\d[A-Z]{3,24}\d{1,6}(?: - [A-Z /]{4,40})?"
    r"|.{0,80}(?:Systematic Review|Declassified/Released).{0,80}"
    r"|[\W_]{1,200})",
    re.IGNORECASE,
)
GROUP: Final = re.compile(r"GP-?[1-4]\.?|EXEMPT\.?|X?GDS(?:-?[1-4])?\.?|NGDS")
"""How a telegram of the 1960s and 1970s is to be declassified, above its signature."""
GROUP_AT_END: Final = re.compile(r" (?:GP-?[1-4]|X?GDS(?:-?[1-4])?)\.?\Z")
"""The same behind the last sentence."""
