"""The fifteen defects, one row each and more: what is read, and what is recorded."""

from __future__ import annotations

import pytest

from parser import RepairKind, explain, parse_message

HEAD = """VZCZCXRO0001
OO RUEHC
DE RUEHTI #9901/01 1040605
ZNY CCCCC ZZH
O 140605Z APR 09
FM AMEMBASSY TIRANA
TO RUEHC/SECSTATE WASHDC IMMEDIATE 4821

C O N F I D E N T I A L SECTION 01 OF 02 TIRANA 009901

SIPDIS

E.O. 12958: DECL: 04/13/2019
TAGS: PREL, AL
SUBJECT: LIGHTHOUSE FESTIVAL

"""


def texts(body: str) -> list[str]:
    return [paragraph.text for paragraph in parse_message(HEAD + body).cable.paragraphs]


def kinds(body: str) -> set[RepairKind]:
    return {repair.kind for repair in parse_message(HEAD + body).cable.repairs}


@pytest.mark.parametrize(
    ("body", "text", "kind"),
    [
        pytest.param(
            "**1.** (C) The port closed.", "The port closed.", RepairKind.MARKUP, id="bold number"
        ),
        pytest.param(
            "1. (C) See <a href='#'>the port</a>.", "See the port.", RepairKind.MARKUP, id="link"
        ),
        pytest.param(
            "1. (C) The port \\\nwas closed. \\\n",
            "The port was closed.",
            RepairKind.LINE_END,
            id="backslash line ends",
        ),
        pytest.param(
            "1. (C) The port\r\nwas closed.\rIt is still.",
            "The port was closed. It is still.",
            RepairKind.LINE_END,
            id="line ends of other systems",
        ),
        pytest.param(
            "1.\xa0(C)\u2003The po\xadrt \ufeffwas\x00 closed.",
            "The port was closed.",
            RepairKind.ENCODING,
            id="other spaces, and what no reader sees",
        ),
        pytest.param(
            "1. (C) The port\n\nTIRANA 00009901  002 OF 004\n\n\nwas closed.",
            "The port was closed.",
            RepairKind.PAGE_MARK,
            id="page mark",
        ),
        pytest.param(
            "1. (C) The port TIRANA 00009901 002.3 OF 004 was closed.",
            "The port was closed.",
            RepairKind.PAGE_MARK,
            id="page mark in a line",
        ),
        pytest.param(
            "1. (C) THE PORT PORT AU PRINCE 00009901 002.3 OF 004 WAS CLOSED.",
            "THE PORT WAS CLOSED.",
            RepairKind.PAGE_MARK,
            id="page mark of several words in capitals",
        ),
        pytest.param(
            "1. (C) THE PORT\nCONFIDENTIAL\n\nPAGE 02        TIRANA  09901  01 OF 02  140605Z\n\n"
            "was closed.",
            "THE PORT was closed.",
            RepairKind.PAGE_MARK,
            id="page mark of old",
        ),
        pytest.param(
            "1. (C) The port, the quay and the old light of the harbour\nwere all of them\n\n"
            "C O N F I D E N T I A L SECTION 02 OF 02 TIRANA 009901\n\nSIPDIS\n\n"
            "E.O. 12958: DECL: 04/13/2019\nTAGS: PREL, AL\nSUBJECT: LIGHTHOUSE FESTIVAL\n\nclosed.",
            "The port, the quay and the old light of the harbour were all of them closed.",
            RepairKind.SECTION_HEAD,
            id="section head with its fields",
        ),
        pytest.param(
            "1. (C) The port, the quay and the old light of the harbour\nwere all of them\n\n"
            "C O N F I D E N T I A L SECTION 02 OF 02 TIRANA 009901\n\nSIPDIS\n\n"
            "closed and asked for Help.",
            "The port, the quay and the old light of the harbour were all of them"
            " closed and asked for Help.",
            RepairKind.SECTION_HEAD,
            id="section head above text that reads like a passing line",
        ),
        pytest.param(
            "1. (C) The port \n \nSIPDIS \nwas closed."
            + " The quay stayed open for the whole of the long summer, said the keeper." * 4,
            "The port was closed."
            + " The quay stayed open for the whole of the long summer, said the keeper." * 4,
            RepairKind.SECTION_HEAD,
            id="caption left by a page break",
        ),
        pytest.param(
            "\u00c2\u00b61. (C) The port closed.",
            "The port closed.",
            RepairKind.ENCODING,
            id="pilcrow read by the wrong table",
        ),
        pytest.param(
            "1. (C) The port was subject to an inspect\nions regime, which the harbour master of"
            " the town found\nhard.",
            "The port was subject to an inspections regime, which the harbour master of the town"
            " found hard.",
            RepairKind.SPLIT_WORD,
            id="split word",
        ),
        pytest.param(
            "1. (C) The agreement of the keeper stood. He told of the agreem\n"
            "ent. It was hard for him, said the harbour master of the old town, and\nlong",
            "The agreement of the keeper stood. He told of the agreement. It was hard for him, said"
            " the harbour master of the old town, and long",
            RepairKind.SPLIT_WORD,
            id="split word that ends a sentence",
        ),
        pytest.param(
            "1. (C) The keeper of the lighthouse said that the port\n\nwas closed.",
            "The keeper of the lighthouse said that the port was closed.",
            RepairKind.BLANK_LINE,
            id="blank line in a sentence",
        ),
        pytest.param(
            "1. (C) The port ) which is small ) closed (at ten ) twenty).",
            "The port - which is small - closed (at ten ) twenty).",
            RepairKind.DASH,
            id="bracket for a dash",
        ),
        pytest.param(
            "1. (C) The port&#8217;s quay &amp; light.",
            "The port\u2019s quay & light.",
            RepairKind.ENTITY,
            id="character references",
        ),
        pytest.param(
            "1. (C) It closed in November\n\u00b62006.  It is open now.",
            "It closed in November 2006. It is open now.",
            RepairKind.PARAGRAPH_NUMBER,
            id="stray pilcrow",
        ),
        pytest.param(
            "\u00b61. (C) It rose from\n\u00b642 to 45 ships.\n\u00b62006 was good.\n\n"
            "\u00b62 ships sank.",
            "It rose from 42 to 45 ships. 2006 was good.\n2 ships sank.",
            RepairKind.PARAGRAPH_NUMBER,
            id="pilcrows before numbers that are no paragraph's",
        ),
        pytest.param(
            "1. (C) The Arafat plan, said Arafat of the pro-\nArafat group, is old, and so is the",
            "The Arafat plan, said Arafat of the pro-Arafat group, is old, and so is the",
            None,
            id="hyphen of a compound",
        ),
    ],
)
def test_one_paragraph(body: str, text: str, kind: RepairKind | None) -> None:
    assert texts(body) == [text]
    assert (kind in kinds(body)) if kind else not kinds(body)


@pytest.mark.parametrize(
    ("body", "numbers"),
    [
        pytest.param("11. (C) A.\n\n12. (C) B.\n\n13. (C) C.", [1, 2, 3], id="a run from 11"),
        pytest.param(
            "".join(f"1{n}. (C) A.\n\n" for n in range(1, 11)) + "\u00b611. (C) B.",
            list(range(1, 12)),
            id="19, 110, then a true 11",
        ),
        pytest.param(
            "SUMMARY\n-------\n\n11. (C) A fall to\n31. It is.\n\n12. (C) B.\n\n13. (C) C.",
            [1, 2, 3],
            id="a run from 11 under a heading, with another number among its lines",
        ),
        pytest.param(
            "".join(f"{n}. (C) A.\n\n" for n in range(11, 21)),
            list(range(11, 21)),
            id="eleven to twenty are meant",
        ),
        pytest.param("11. (C) A.", [11], id="one number alone is left"),
        pytest.param("1. (C) A.\n\n11. (C) B.", [1, 11], id="behind a 1 an 11 is left"),
    ],
)
def test_pilcrow_as_digit(body: str, numbers: list[int]) -> None:
    cable = parse_message(HEAD + body).cable
    assert [paragraph.number for paragraph in cable.paragraphs] == numbers


@pytest.mark.parametrize(
    ("body", "text"),
    [
        pytest.param(
            "1. (C) The two things are:\na. the port\nb. the quay",
            "The two things are:\na. the port\nb. the quay",
            id="sub-paragraphs",
        ),
        pytest.param(
            "1. (C) The ship came in with the\nship of the line and many others of its own kind.",
            "The ship came in with the ship of the line and many others of its own kind.",
            id="short line of whole words",
        ),
        pytest.param(
            "1. (C) It is a self-\ngoverning port.",
            "It is a self-governing port.",
            id="hyphen kept",
        ),
    ],
)
def test_words_that_stay_apart(body: str, text: str) -> None:
    assert texts(body) == [text]
    assert RepairKind.SPLIT_WORD not in kinds(body)


def test_a_compound_of_the_seventies_keeps_its_hyphen() -> None:
    old = HEAD.replace("APR 09", "APR 77")
    body = "1. ARAFAT AND THE PRO-\nARAFAT GROUP MET. ARAFAT SPOKE."
    cable = parse_message(old + body).cable
    assert cable.paragraphs[0].text == "ARAFAT AND THE PRO-ARAFAT GROUP MET. ARAFAT SPOKE."


def test_words_of_the_seventies_are_divided_by_hyphens() -> None:
    old = HEAD.replace("APR 09", "APR 77")
    cable = parse_message(old + "1. THE COMMUNICA-\nTIONS OF THE PORT.").cable
    assert cable.paragraphs[0].text == "THE COMMUNICATIONS OF THE PORT."


def test_a_doubled_header_and_its_record_are_taken_out_once() -> None:
    header, _, body = HEAD.partition("\n\n")
    record = "99\n2009-04-14 06:05:00\n09TIRANA9901\nEmbassy Tirana\nCONFIDENTIAL\n\n"
    text = f"{header}\n\n{record}{header}\n\n{body}1. (C) The port closed."
    cable = parse_message(text).cable
    assert [repair.kind for repair in cable.repairs] == [RepairKind.DOUBLED]
    assert len(cable.envelope.to) == 1
    assert [one.text for one in cable.paragraphs] == ["The port closed."]


def test_an_explanation_says_each_kind_once() -> None:
    body = "1. (C) The port ) closed \\\nand ) opened&#33;"
    sentences = explain(parse_message(HEAD + body).cable)
    assert len(sentences) == 3
    assert all(sentence.endswith(".") for sentence in sentences)
    assert any("2 dashes" in sentence for sentence in sentences)


@pytest.mark.parametrize(
    ("lines", "subject"),
    [
        pytest.param("QUAY\n{mark}\nREPAIRS", "QUAY REPAIRS", id="between two lines"),
        pytest.param("QUAY\n\n{mark}\n\nREPAIRS", "QUAY REPAIRS", id="between blank lines"),
        pytest.param("QUAY\n\n{mark}\n\n1. (C) Text", "QUAY", id="before the text"),
        pytest.param("QUAY\n\n{mark}\n\nSUMMARY\n-------", "QUAY", id="before a heading"),
    ],
)
def test_a_page_mark_in_the_subject(lines: str, subject: str) -> None:
    mark = "TIRANA 00009901  001.2 OF 003"
    text = f"CONFIDENTIAL TIRANA 009901\n\nTAGS: PREL\nSUBJECT: {lines.format(mark=mark)}\n\nEnd."
    assert parse_message(text).cable.subject == subject


def test_a_word_cut_by_a_page_mark_is_joined() -> None:
    body = "1. (C) The inspections ended. To inspect\n\nTIRANA 00009901 002 OF 004\n\nions it came."
    assert texts(body) == ["The inspections ended. To inspections it came."]


@pytest.mark.parametrize("of", ["OF", "of"])
def test_a_page_mark_in_small_letters_is_one(of: str) -> None:
    body = f"1. (C) The quay is open to all who\n\nTIRANA 00009901  002 {of} 004\n\ncome to see it."
    assert texts(body) == ["The quay is open to all who come to see it."]
    assert RepairKind.PAGE_MARK in kinds(body)


def test_an_explanation_gives_a_number_whole_and_counts_what_it_leaves_out() -> None:
    body = "\n\n".join(f"1{number}. (C) The port closed." for number in range(1, 9))
    (sentence,) = explain(parse_message(HEAD + body).cable)
    assert sentence.startswith('8 paragraph numbers mended: "11" read as "1", "12" read as "2", ')
    assert sentence.endswith('"15" read as "5", and 3 more.')


@pytest.mark.parametrize(
    ("body", "sentence"),
    [
        pytest.param(
            "1. (C) The\u00a0port\u00a0closed.",
            '2 misread characters mended: "no-break space".',
            id="a space",
        ),
        pytest.param(
            "1. (C) The po\u00adrt.",
            '1 misread character mended: "soft hyphen".',
            id="nothing to see",
        ),
        pytest.param(
            "1. (C) The port )\nthe old one ) closed.",
            '2 dashes restored: ")" read as "-".',
            id="the same",
        ),
        pytest.param("1. (C) The port \\\nclosed. \\", "2 line ends mended.", id="backslashes"),
    ],
)
def test_an_explanation_names_what_cannot_be_seen_and_says_the_same_once(
    body: str, sentence: str
) -> None:
    assert explain(parse_message(HEAD + body).cable) == (sentence,)


def test_an_explanation_quotes_no_more_than_fits() -> None:
    body = f"1. (C) The port\n\n{'TIRANA 00009901  002 OF 004 ' * 30}\n\nis closed."
    assert all(len(sentence) < 200 for sentence in explain(parse_message(HEAD + body).cable))


@pytest.mark.parametrize(
    ("text", "kind", "before"),
    [
        pytest.param(
            "This record is a partial extract of the original cable.\n\nUNCLAS ROME 12\n\n1. Text.",
            RepairKind.PARTIAL_HEADER,
            "This record is a partial extract of the original cable.",
            id="extract",
        ),
        pytest.param(
            "secret nairobi 001938\n\nsubject: harbours\n\n1. (s) The port closed.",
            RepairKind.LETTER_CASE,
            "secret nairobi 001938",
            id="small letters",
        ),
    ],
)
def test_what_is_only_noted(text: str, kind: RepairKind, before: str) -> None:
    [repair] = parse_message(text).cable.repairs
    assert (repair.kind, repair.before, repair.after) == (kind, before, before)
