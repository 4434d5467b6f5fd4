"""Taking an article out of every table and of the indexes."""

from __future__ import annotations

from sqlite_utils import Database

from archive.search import index
from archive.store import copies, made_by
from archive.store.articles.statements import clear_statements
from archive.store.rows import value
from archive.store.tables.articles import OF_ARTICLE


def delete_article(db: Database, article_id: int) -> None:
    """Delete an article with all that is made of it; its captures stay. Within a transaction of the caller.

    Parts of it must not name it any more.
    """
    made_by.forget(db, "of_site", value(db, "SELECT site FROM articles WHERE id = ?", [article_id]))
    copies.remove(db, article_id)
    index.remove(db.conn, article_id)
    clear_statements(db, article_id)
    for table in OF_ARTICLE:
        db.table(table).delete_where("article_id = ?", [article_id])
    db.table("reused_passages").delete_where("first_article_id = ?", [article_id])
    db.table("articles").delete(article_id)
