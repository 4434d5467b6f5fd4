"""tantivy on the same tokens: tantivy_peer.py ARCHIVE INDEX_FOLDER < queries.json > answers.json

Queries are lists of tokens; each answer is (articles that match, CPU milliseconds of the ranked top 20).
It runs in a process of its own, so that nobody's memory or CPU is counted as the other's.
"""

import json
import sqlite3
import sys
import time
from pathlib import Path

import tantivy  # type: ignore[import-not-found]

sys.path.insert(0, str(Path(__file__).parents[2]))
from archive.search.index.tokens import tokenized

schema = (
    tantivy.SchemaBuilder()
    .add_integer_field("id", stored=True)
    .add_text_field("body", tokenizer_name="whitespace", index_option="position")
    .build()
)


def open_index(database: str, folder: Path) -> tantivy.Index:
    if folder.exists():
        return tantivy.Index(schema, path=str(folder))
    folder.mkdir()
    index = tantivy.Index(schema, path=str(folder))
    writer = index.writer(200_000_000, num_threads=1)
    for article_id, title, body in sqlite3.connect(database).execute("SELECT id, title, body FROM texts"):
        tokens = f"{tokenized(title)} \u2403 {tokenized(body)}"
        writer.add_document(tantivy.Document(id=article_id, body=tokens))
    writer.commit()
    writer.wait_merging_threads()
    index.reload()
    return index


def ask(searcher: tantivy.Searcher, tokens: list[str]) -> tuple[int, float]:
    if len(tokens) == 1:
        query = tantivy.Query.term_query(schema, "body", tokens[0])
    else:
        query = tantivy.Query.phrase_query(schema, "body", tokens)
    begun = time.process_time()
    searcher.search(query, limit=20, count=False)
    spent = (time.process_time() - begun) * 1000
    return searcher.search(query, limit=1).count, spent


searcher = open_index(sys.argv[1], Path(sys.argv[2])).searcher()
json.dump([ask(searcher, tokens) for tokens in json.load(sys.stdin)], sys.stdout)
