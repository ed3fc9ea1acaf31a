"""Labels that were typed with a slip: how a word looks with one letter wrong."""

from __future__ import annotations

from functools import cache


@cache
def one_slip(word: str) -> str:
    """Return a pattern for ``word`` with at most one slip.

    A slip is a letter lost, put in or mistaken for another one, or two neighbours swapped. The pattern is
    one group without a number; what may stand around the word is for the caller to say.
    """
    forms = {word: None}
    for place in range(len(word)):
        before, letter, after = word[:place], word[place], word[place + 1 :]
        forms[before + after] = None
        forms[f"{before}[A-Za-z]{after}"] = None
        forms[f"{before}[A-Za-z]{letter}{after}"] = None
        if after:
            forms[before + after[0] + letter + after[1:]] = None
    forms[f"{word}[A-Za-z]"] = None
    return f"(?:{'|'.join(forms)})"
