"""Our own sentences with personal data, and other sets' templates filled anew."""

import random
import re
from pathlib import Path

from .recipe import SEED
from .rows import Row, Span
from .spans import merge, presidio
from .values import PARTS, Values, slot_of

TEMPLATES = Path(__file__).with_suffix(".txt")


def own_templates() -> list[str]:
    """A line each; `\\n` in a line is a new line, `{KIND}` a value: of a type, or of the part of a type that `values.PARTS` names."""
    return [line.replace("\\n", "\n") for line in TEMPLATES.read_text(encoding="utf-8").splitlines()]


def fill(template: str, values: Values) -> tuple[str, tuple[Span, ...]]:
    text, spans, at = "", [], 0
    for slot in re.finditer(r"\{([A-Z_]+)\}", template):
        text += template[at : slot.start()]
        value = values.draw(slot[1])
        spans.append((len(text), len(text) + len(value), PARTS.get(slot[1], slot[1])))
        text, at = text + value, slot.end()
    text += template[at:]
    return text, merge(text, spans)


def with_new_values(row: Row, values: Values) -> Row:
    """The row's sentence around other values of the same types and, so far as that is known, of the same make."""
    text, spans, at = "", [], 0
    for start, end, kind in row.pii:
        text += row.text[at:start]
        value = values.draw(slot_of(kind, row.text[start:end]))
        spans.append((len(text), len(text) + len(value), kind))
        text, at = text + value, end
    return Row(text + row.text[at:], "pii_refilled", pii=tuple(spans), template=row.template)


def made_up(of_own: int = 30, of_theirs: int = 40) -> list[Row]:
    """Each of our templates, and each template of the Presidio training part, filled that many times."""
    values, pick, rows = Values(SEED), random.Random(SEED), []
    for template in own_templates():
        for _ in range(of_own):
            text, spans = fill(template, values)
            rows.append(Row(text, "pii_templates", pii=spans, template=template))
    theirs = presidio("train")
    for template in sorted({r.template for r in theirs}):
        same = [r for r in theirs if r.template == template]
        rows += [with_new_values(pick.choice(same), values) for _ in range(of_theirs)]
    return rows
