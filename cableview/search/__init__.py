"""The query language, the search cache, fuzzy matching and ranking."""

from cableview.search.catchup import behind, catch_up
from cableview.search.describe import describe
from cableview.search.explain import Reason, explain
from cableview.search.facets import Facet, Facets, Found
from cableview.search.filters import Filters
from cableview.search.grammar import parse_query
from cableview.search.index import Index, IndexBusyError, drop_index, open_index
from cableview.search.language import LANGUAGE
from cableview.search.locate import locate, locate_text
from cableview.search.narrowing import condition, narrowed, toggled
from cableview.search.result import Hit, SearchResult
from cableview.search.searcher import PATIENCE, Searcher
from cableview.search.similar import Alike, AlikeParagraph, Similar, paragraphs_like
from cableview.search.warming import warm

__all__ = [
    "LANGUAGE",
    "PATIENCE",
    "Alike",
    "AlikeParagraph",
    "Facet",
    "Facets",
    "Filters",
    "Found",
    "Hit",
    "Index",
    "IndexBusyError",
    "Reason",
    "SearchResult",
    "Searcher",
    "Similar",
    "behind",
    "catch_up",
    "condition",
    "describe",
    "drop_index",
    "explain",
    "locate",
    "locate_text",
    "narrowed",
    "open_index",
    "paragraphs_like",
    "parse_query",
    "toggled",
    "warm",
]
