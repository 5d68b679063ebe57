"""Opens what a term base stands on: the store with every glossary in it, and the index over it."""

from pathlib import Path

from booth_app.languages import LANGUAGES
from booth_app.lookup import index_cache
from booth_app.lookup.live_index import LiveIndex
from booth_app.paths import DataFolder
from booth_app.store.bundled import take_in_glossaries
from booth_app.store.decoded import DecodedConcepts
from booth_app.store.lock import WriterLock
from booth_app.store.opening import Told
from booth_app.store.store import Store


def filled_store(
    data: DataFolder,
    person: str,
    *,
    write: bool,
    lock: WriterLock | None,
    told: Told | None,
    glossaries: Path,
) -> Store:
    """Open the store of `data`, with what is new in `glossaries` and in the person's own folders.

    See `Termbase.open`, which hands these on. Raises `StoreFault`.
    """
    store = Store.open(data, person, write=write, lock=lock, told=told)
    with store.closed_on_fault():
        take_in_glossaries(store, glossaries)
        if data.glossaries.exists():
            _take_in_own_folders(store)
    return store


def live_index(cache: Path, stored: DecodedConcepts) -> LiveIndex:
    """Return the index over `stored`, from the folder `cache` where it holds one that is current.

    Raises `DatabaseDamaged` where a concept is not what was stored.
    """
    live = LiveIndex(index_cache.up_to_date(cache, stored))
    live.look_up("a", 1, LANGUAGES, ())  # the first one imports what it needs: 8 ms
    return live


def _take_in_own_folders(store: Store) -> None:
    from booth_app.exchange.release_writing import folder_name
    from booth_app.store.own_folders import take_in_own_folders

    take_in_own_folders(store, folder_name)
