"""The fields of the index and how its text is cut into terms.

One document a cable, with word positions, and paragraphs held ``GAP`` positions apart. Measured on made
cables: the index is 0.36 times the text without a gap, 0.38 with one of 200 or of 400 (8,000 cables);
paragraph documents beside cable documents came to 0.52 to 0.56, against 0.35 for cable documents alone,
and took twice the time or more (10,000 cables). Words anywhere in a cable match without a join, no phrase
runs over the end of a paragraph, and words of one paragraph are words less than ``GAP`` positions apart:
that never joins two paragraphs, and misses only words further apart in one very long paragraph.
"""

from __future__ import annotations

from functools import cache

import tantivy

from cableview.search.folding import LONGEST

SCHEMA_VERSION = 4
"""Raised with every change of fields or folding; an index of another version is built anew."""
GAP = 256
_FILLER = "ª"  # a letter to the engine, and folded to ``a`` in any text: no text can hold it

TEXT = "folded"
BODY, SUBJECT, SENDER, RECIPIENT, CLASS, TAG = "body", "subject", "from", "to", "class", "tag"
ID, CITES, KEY, SENT, KIND, MARK = "id", "cites", "key", "sent", "kind", "mark"
STATION, LEVEL = "station", "level"
CABLE, WATERMARK = "cable", "watermark"


def build_schema() -> tantivy.Schema:
    """Return the schema; text is indexed and not stored, but for the subject that ranking looks at."""
    builder = tantivy.SchemaBuilder()
    builder.add_unsigned_field(KEY, indexed=True, fast=True)
    builder.add_unsigned_field(SENT, fast=True)
    builder.add_unsigned_field(MARK, fast=True)
    for name in (KIND, ID, CITES):
        builder.add_text_field(name, tokenizer_name="raw", index_option="basic")
    for name in (STATION, LEVEL, TAG):  # counted over the cables found, so each is a column too
        builder.add_text_field(name, tokenizer_name="raw", index_option="basic", fast=True)
    for name in (BODY, SENDER, RECIPIENT, CLASS):
        builder.add_text_field(name, tokenizer_name=TEXT)
    builder.add_text_field(SUBJECT, stored=True, tokenizer_name=TEXT)
    return builder.build()


@cache
def gap() -> tantivy.PreTokenizedString:
    """Return what is put between paragraphs: one term that no text has, and GAP positions.

    Values of one field stand next to each other, so it is a value whose only token is far from its start.
    """
    letters = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.regex("."))
    kept = letters.filter(tantivy.Filter.custom_stopword(["a"])).build()
    # Words on both sides are GAP + 1 positions apart: the engine leaves one free behind each value.
    return kept.pre_tokenize("a" * (GAP - 3) + _FILLER)


def register(index: tantivy.Index) -> None:
    """Teach an opened index its tokenizer, which is not kept on disk."""
    words = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.simple())
    index.register_tokenizer(TEXT, words.filter(tantivy.Filter.remove_long(LONGEST)).build())
