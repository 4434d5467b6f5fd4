"""The vocabulary of flags that cleaning may give a text."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

FLAGS: Mapping[str, str] = MappingProxyType(
    {
        "abridged": "It says that it is shortened or an excerpt (有删节, 摘要): see `abridgement`.",
        "cut_end": "The text breaks off or goes on elsewhere (下转第三版), and no notice tells of it.",
        "cut_head": "The text begins in mid-sentence, or says that its beginning stands elsewhere.",
        "essay_mill": "A site that sells or collects essays printed it: it withholds text, or merges essays.",
        "estimated": "Bytes were lost, and characters put back by likelihood: see the edits' confidence.",
        "glued_date": "A date lost its marks (2011923日); it has more than one reading and was not guessed.",
        "hijacked": "Words of a betting shop stand in the text: its host was taken over.",
        "machine_translated": "A machine's English of the text stood under it and was removed.",
        "masked": "The text hides names or numbers (X党委, _总理); `masked_count` says how often.",
        "members_only": "A vendor sells the text to members; its advertising was removed.",
        "mirror": "The page is a mirror's copy: a converter's byte damage was found and undone.",
        "mixed_script": "Both scripts stand side by side, or a converter chose wrong ones (機製, 乾部).",
        "mostly_removed": "More than 40 % of the text was removed as furniture.",
        "residual": "Damage or furniture is left that no rule could take.",
        "short": "Fewer than 100 characters are left.",
        "spun": "Words were exchanged for synonyms by a program (活动 → 运动); they stay as they are.",
        "unaccounted": "The text is more than 5 % longer or shorter than the site's own numbers say.",
    }
)
"""Flag to its meaning, one sentence."""
