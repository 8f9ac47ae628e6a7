"""Numbers written as words, English or Chinese."""

DIGITS = "一二三四五六七八九"
COUNTED = {
    **{word: number for number, word in enumerate(DIGITS, start=1)},
    **{"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8},
    **{"ten": 10, "half": 0.5, "两": 2, "十": 10, "半": 0.5},
}
AGES = {
    **{"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8},
    **{
        "nine": 9,
        "ten": 10,
        "eleven": 11,
        "twelve": 12,
        "sixteen": 16,
        "eighteen": 18,
        "nineteen": 19,
    },
    **{"first": 1, "second": 2, "third": 3, "fourth": 4, "eighth": 8, "twelfth": 12},
}


def number_of(word: str) -> int:
    """Of "12", "twelve", "十二": 12."""
    if word.isdecimal():
        return int(word)
    if word in AGES:
        return AGES[word]
    tens, ten, ones = word.rpartition("十")
    if not ten:
        return int(COUNTED.get(word, 0))
    return int(COUNTED.get(tens, 1) * 10 + COUNTED.get(ones, 0))
