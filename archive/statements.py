"""What the catalogue states about a text; each statement names the words that it rests on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

EvidenceField: TypeAlias = Literal["title", "body", "source", "site_name", "url", "correction"]
"""Where the words stand: in title, clean body, another column of `articles`, or corrections.csv."""

CampaignRole: TypeAlias = Literal["subject", "mentioned"]

OrganisationRole: TypeAlias = Literal["issuer", "mentioned"]

FormulaKind: TypeAlias = Literal["numbered", "slogan"]

FormulaRole: TypeAlias = Literal["subject", "mentioned"]

QuantityKind: TypeAlias = Literal["target", "reported", "unknown"]
"""What is to be, what has been; unknown where the words do not tell."""

Bound: TypeAlias = Literal["exact", "at_least", "at_most", "over", "under", "about"]

Measure: TypeAlias = Literal["level", "increase", "decrease"]
"""What the number tells: how much there is, or by how much it became more or less."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """Words that a statement rests on."""

    field: EvidenceField
    start: int
    """Code point in `field`."""
    end: int
    """Code point behind the last one."""
    words: str
    """The words as printed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CampaignMention:
    """A campaign (活动) that a text names."""

    name: str
    """Canonical Simplified: that of campaigns.tsv, or a firm's own as written."""
    role: CampaignRole
    year: int | None
    """Which year's, of a yearly campaign (2012年安全生产月); None for one that took place once."""
    mentions: int
    """How often the text names it, title included."""
    evidence: Evidence
    """In the title if it stands there, else the first place in the body."""
    confidence: float
    correction: str | None = None
    """Why a person set it; None where the rules did."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganisationMention:
    """An organisation (单位) that a text names, or that issued it."""

    name: str
    """Canonical Simplified: that of organisations.tsv, or as written without its legal form."""
    kind: str | None
    """As in organisations.tsv; of others group, company or mine, None where nothing tells."""
    parent: str | None
    """What it belonged to at the time of the text."""
    group: str | None
    """The uppermost firm above it at the time of the text, itself where there is none."""
    part: str | None
    """Its committee, office or team that issues the text: 党委, 宣传部, 综采一队."""
    role: OrganisationRole
    mentions: int
    evidence: Evidence
    confidence: float
    correction: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FormulaMention:
    """A formula (提法) that a text uses: a numbered abbreviation (四个意识) or a quoted parallel slogan."""

    name: str
    """As written, in Simplified characters and without blanks."""
    kind: FormulaKind
    role: FormulaRole
    mentions: int
    evidence: Evidence
    """In the title if it stands there, else the first place in the body."""
    expansion: Evidence | None
    """The words of the body that say what it stands for; None where none do, and of a slogan."""
    confidence: float
    correction: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A number of persons, things, money … that a text states: a target (指标), or what was reached."""

    subject: str | None
    """What it is of, in Simplified characters; None where only the number of measures is told: 五个100%."""
    action: str | None
    """The verb that stands before it (培育, 降低); None where none does."""
    measure: Measure
    value: float
    """万 and 亿 multiplied; the lower end of a range."""
    value_to: float | None
    """The upper end of a range; None of a single number."""
    unit: str | None
    """As in measuring_units.tsv; None of 零死亡."""
    printed: str
    """Number and unit as printed."""
    bound: Bound
    measures: int
    """How many measures have this value: 5 of 五个100%, else 1."""
    kind: QuantityKind
    year: int | None
    """The one year that its sentence names; None where it names none, or several."""
    evidence: Evidence
    """From the verb or the subject to the number, or the other way round."""
    confidence: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """What speaks for a text as campaign material, or against it."""

    what: str
    """campaign_subject, genre, formula, no_work_unit, party_in_title, tender_in_lead …: see relevance.tsv."""
    words: tuple[str, ...]
    """The words of the text that say so, folded; of a campaign its name, of a genre the genre.
    None of no_work_unit: neither mine nor firm nor their people are named."""
    weight: float
    """Above 0 for, below 0 against."""

    def __str__(self) -> str:
        """`party_in_title 党建 +.40`."""
        return " ".join(filter(None, (self.what, "、".join(self.words), _signed(self.weight))))


@dataclass(frozen=True, slots=True, kw_only=True)
class Relevance:
    """How far a text is campaign material."""

    score: float
    """0 … 1: the weights of the reasons together, cut to that."""
    reasons: tuple[Reason, ...] = ()
    """The heaviest first."""

    def __str__(self) -> str:
        """`.12: tender_in_title 招标 −1; campaign_subject 安全生产月 +.6`."""
        told = "; ".join(map(str, self.reasons)) or "nothing speaks for it"
        return f"{f'{self.score:.2f}'.removeprefix('0')}: {told}"


def _signed(weight: float) -> str:
    return f"{'+' if weight > 0 else '−'}{abs(weight):.2f}".replace("0.", ".", 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalogued:
    """All that the catalogue states about one text."""

    campaigns: tuple[CampaignMention, ...] = ()
    """The subject first, then by their first place in the text."""
    organisations: tuple[OrganisationMention, ...] = ()
    """The issuer first, then by their first place in the text."""
    formulas: tuple[FormulaMention, ...] = ()
    """Those of the title first, then by their first place in the text."""
    relevance: Relevance = Relevance(score=0.0)
    quantities: tuple[Quantity, ...] = ()
    """In the order of the text."""


NOTHING_STATED = Catalogued()
