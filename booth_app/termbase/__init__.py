"""The term base: what is indexed is what is stored."""

from booth_app.lookup.terms import Matched
from booth_app.store.faults import StoreFault
from booth_app.store.first_read import ItemRow, ItemTerms
from booth_app.store.history import Change
from booth_app.take_over import TakeOver
from booth_app.termbase.hits import Hit
from booth_app.termbase.termbase import Termbase

__all__ = ["Change", "Hit", "ItemRow", "ItemTerms", "Matched", "StoreFault", "TakeOver", "Termbase"]
