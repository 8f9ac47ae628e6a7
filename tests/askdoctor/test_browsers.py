"""Browsers of sign-ins, in plain words."""

import pytest

from askdoctor.browsers import browser_in_words

MOZILLA, WEBKIT = "Mozilla/5.0 ", "AppleWebKit/537.36 (KHTML, like Gecko) "
WINDOWS, IPHONE = "(Windows NT 10.0; Win64; x64) ", "(iPhone; CPU iPhone OS 18_1 like Mac OS X) "
ANDROID, MAC = "(Linux; Android 15; SM-G991B) ", "(Macintosh; Intel Mac OS X 10_15_7) "


@pytest.mark.parametrize(
    ("user_agent", "words"),
    [
        (MOZILLA + WINDOWS + WEBKIT + "Chrome/140.0.0.0 Safari/537.36", "Chrome on Windows"),
        (MOZILLA + WINDOWS + WEBKIT + "Chrome/140.0 Safari/537.36 Edg/140.0", "Edge on Windows"),
        (MOZILLA + WINDOWS + WEBKIT + "Chrome/140.0 Safari/537.36 OPR/120.0", "Opera on Windows"),
        (MOZILLA + "(X11; Linux x86_64; rv:140.0) Firefox/140.0", "Firefox on Linux"),
        (MOZILLA + MAC + WEBKIT + "Version/18.1 Safari/605.1.15", "Safari on macOS"),
        (MOZILLA + IPHONE + WEBKIT + "Version/18.1 Safari/604.1", "Safari on iPhone"),
        (MOZILLA + IPHONE + WEBKIT + "CriOS/140.0 Mobile Safari/604.1", "Chrome on iPhone"),
        (MOZILLA + IPHONE + WEBKIT + "FxiOS/140.0 Safari/605.1.15", "Firefox on iPhone"),
        (
            MOZILLA + ANDROID + WEBKIT + "SamsungBrowser/28.0 Chrome/130.0 Safari/537.36",
            "Samsung Internet on Android",
        ),
        (MOZILLA + ANDROID + WEBKIT + "Chrome/140.0 Mobile Safari/537.36", "Chrome on Android"),
        ("curl/8.5.0", ""),
        ("Firefox/140.0", ""),
        ("", ""),
    ],
)
def test_commonest_browsers_are_named_and_others_are_not(user_agent, words):
    assert browser_in_words(user_agent) == words
