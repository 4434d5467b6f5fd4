"""All captures in one file that replay programs open."""

from archive.store.wacz.wacz import export_wacz

__all__ = ["export_wacz"]
