"""Texts as long as a field takes them, of the kinds that make an expression look again and again."""

# Each is repeated up to the length that is asked for.
REPEATED = [
    *("a", " ", "\n", "1", ".", "-", "'", "(", "[", "<", "*", "_", "`", "#", ">", "&", "@", "中", "一", "é"),
    *("a@", "a.", "1.", "1,", "1-", "1 ", "a ", "a-", "a_", ". ", ", ", "- ", "> ", "\n\n", "\t ", " \n"),
    *("[a](", "](", "![", "[[", "((", "<a ", "<!--", "<p>", "</p>", "<script>", "<br", "&#", "&#x1;", "&lt;"),
    *("**a", "*a_", "_a*", "``` ", "`a", "# ", "#1 ", "1. a\n", "- a\n", "> a\n", "  ", "|a", "~~", "\\"),
    *("http://", "http://a.", "www.", "https://a/?", "a@b.", "a@b.c ", "a at b dot ", "@a ", "line id: "),
    *("no ", "not ", "no, ", "no no. ", "never ", "without ", "if ", "but ", "he ", "my son ", "our ", "Dr. A"),
    *("fever ", "fever, ", "38 ", "38.5 ", "one ", "two three ", "oh nine ", "double one ", "three weeks "),
    *("3 months ", "5 weeks old ", "born ", "A B ", "Ab ", "Ab Cd ", "my name is ", "called A", "I am A ", "Road "),
    *("5 ml ", "5 mg/kg ", "paracetamol ", "10 mg/kg every ", "every 4 hours ", "5 mg to ", "1-2 ", "attachment 1 "),
    *("studies ", "first-line ", "under 2 years ", "ibuprofen 1 g ", "max ", "per day ", "teaspoon ", "honey "),
    *("發燒", "三個月", "沒有", "不", "不要", "我叫", "小明", "一二", "一、", "每天", "每公斤", "毫克", "路1號", "台北市"),
    *("，", "。", "、", "三月", "歲", "生日", "班", "國小", "電話", "０", "１", "Ａ", "㎎", "ﬀ", "½", "²"),
    *("e\u0301", "\u0301", "\u200d", "\u200b", "\u202e", "👩‍👩‍👧‍👦", "🇹🇼", "\U0010ffff", "\xa0", "\u3000", "İ", "ß"),
    *("A1234", "A12345678", "12-3", "1/1/", "2020-1", "12:3", "+886", "0912", "(02)", "1 2 ", "9" * 11 + " "),
    *('"', '" ', "-a ", "or ", '"a" ', "a or ", "'a' ", "- a\n  ", "> > ", "1) ", "\r\n", "\r", "\x85", "\u2028"),
]
# What begins and never ends, what ends and never began: (before, repeated, after).
NESTED = [
    *(("(", "a", ""), ("[", "a](", ")"), ("", "[", "]" * 9), ("", "<", ">"), ("<!--", "-", ""), ("<script>", "a", "")),
    *(("a", " ", "b"), ("1", "0", "x"), ("1", " ", "ml"), ("5", "\u00a0", "mg"), ("a@", "a", "!"), ("a@", "a.", "!")),
    *(("http://", "a", " "), ("http://", "(", ""), ("born ", "a ", "ago"), ("no ", "a ", "fever"), ("my son ", "A ", "")),
    *(("give ", "5 ml or ", "honey"), ("「", "a", ""), ("每公斤", " ", "毫克"), ("a" * 40, ",", "b"), ("1", ",1", "x")),
    *(("&#", "1", ";"), ("&", "a", ";"), ("[a]: ", "a", ""), ("[", "\\]", ""), ("```", "`", ""), ("", "* ", "a"), ("_", "_a", "*")),
]


def long_texts(length: int) -> list[str]:
    """Each a little longer than allowed at most, cut to it."""
    whole = [text * (length // len(text) + 1) for text in REPEATED]
    whole += [
        before + text * ((length - len(before) - len(after)) // len(text)) + after
        for before, text, after in NESTED
    ]
    return [text[:length] for text in whole]
