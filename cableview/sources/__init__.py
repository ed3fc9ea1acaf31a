"""Files, pages, tables and archives to documents, lazily and under limits."""

from cableview.sources.limits import Limits
from cableview.sources.piece import OnSkip, Piece
from cableview.sources.plan import plan
from cableview.sources.read import documents_of, iter_documents

__all__ = ["Limits", "OnSkip", "Piece", "documents_of", "iter_documents", "plan"]
