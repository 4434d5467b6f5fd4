"""Every derived row again from the WARC files: of this archive, or of two that become one."""

from archive.store.rebuild.rebuild import OnDamage, Rebuilt, rebuild, rebuild_index

__all__ = ["OnDamage", "Rebuilt", "rebuild", "rebuild_index"]
