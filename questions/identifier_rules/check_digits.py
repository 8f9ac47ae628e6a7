"""Numbers with a check digit: whether it is the right one."""

import re
from operator import mul

_LETTERS = dict(zip("ABCDEFGHJKLMNPQRSTUVXYWZIO", range(10, 36), strict=True))


def is_taiwan_id(number: str) -> bool:
    """A national id, or a residence number: A123456789, the new A800000014, the old AC01234567."""
    number = re.sub(r"[^A-Z\d]", "", number.upper())
    if not re.fullmatch(r"[A-Z][1289A-D]\d{8}", number):
        return False
    first = _LETTERS[number[0]]
    second = _LETTERS[number[1]] % 10 if number[1].isalpha() else int(number[1])
    digits = [first // 10, first % 10, second, *map(int, number[2:])]
    return (
        sum(d * w for d, w in zip(digits, (1, 9, 8, 7, 6, 5, 4, 3, 2, 1, 1), strict=True)) % 10 == 0
    )


def is_china_id(number: str) -> bool:
    digits = re.sub(r"\s", "", number.upper())
    total = sum(int(one) * pow(2, 17 - place, 11) for place, one in enumerate(digits[:17]))
    return "10X98765432"[total % 11] == digits[17]


def is_hongkong_id(number: str) -> bool:
    letters, digits, last = re.fullmatch(
        r"([A-Z]{1,2})(\d{6})\s?\(([\dA])\)", number.upper()
    ).groups()
    values = [36, *(ord(one) - 55 for one in letters)][-2:] + [int(one) for one in digits]
    total = sum(value * weight for value, weight in zip(values, range(9, 1, -1), strict=True))
    return (total + int(last, 16)) % 11 == 0


def is_swiss_ahv(number: str) -> bool:
    """By the check digit of EAN-13."""
    digits = [int(one) for one in number if one.isdigit()]
    return (sum(digits[::2]) + 3 * sum(digits[1::2])) % 10 == 0


def is_nhs_number(number: str) -> bool:
    digits = [int(one) for one in number if one.isdigit()]
    last = -sum(one * weight for one, weight in zip(digits, range(10, 1, -1), strict=False)) % 11
    return len(digits) == 10 and last == digits[9]


def is_singapore_id(number: str) -> bool:
    """NRIC and FIN: seven digits between two letters; the last is a remainder of eleven."""
    first, digits, last = number[0].upper(), map(int, number[1:8]), number[8].upper()
    total = sum(map(mul, (2, 7, 6, 5, 4, 3, 2), digits)) + {"T": 4, "G": 4, "M": 3}.get(first, 0)
    if first in "ST":
        return "JZIHGFEDCBA"[total % 11] == last
    if first in "FG":
        return "XWUTRQPNMLK"[total % 11] == last
    return "KLJNPQRTUWX"[10 - total % 11] == last
