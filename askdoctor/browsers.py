"""Which browser and which system a sign-in came from, in plain words: the commonest, nothing else."""

from django.utils.translation import gettext

# The first that is found: most call themselves by the name of an older one too.
BROWSERS = {
    "Edg": "Edge",
    "OPR/": "Opera",
    "SamsungBrowser/": "Samsung Internet",
    "FxiOS/": "Firefox",
    "Firefox/": "Firefox",
    "CriOS/": "Chrome",
    "Chrome/": "Chrome",
    "Safari/": "Safari",
}
SYSTEMS = {
    "iPhone": "iPhone",
    "iPad": "iPad",
    "Android": "Android",
    "Windows": "Windows",
    "CrOS": "ChromeOS",
    "Macintosh": "macOS",
    "Linux": "Linux",
}


def browser_in_words(user_agent: str) -> str:
    """ "Firefox on Windows"; "" where either is not known."""
    browser, system = (
        next((name for mark, name in known.items() if mark in user_agent), "")
        for known in (BROWSERS, SYSTEMS)
    )
    if not (browser and system):
        return ""
    return gettext("%(browser)s on %(system)s") % {"browser": browser, "system": system}
