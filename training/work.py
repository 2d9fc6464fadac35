"""The folder where training keeps what it prepares and learns. Nothing of it enters the repository: it holds texts of the open sets."""

import json
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from .packed import Packed


@dataclass(frozen=True)
class Work:
    folder: Path

    @property
    def prepared(self) -> bool:
        return (self.folder / "labels.json").exists()

    def prepare(self, say=print, corrections: Path | None = None) -> None:
        """Reads, cleans, augments and tokenises the open sets, and reviewers' corrections where there are any."""
        from .base import load_tokenizer
        from .corpus import corpus
        from .corrections import read_corrections
        from .labels import labels
        from .packed import pack
        from .parts import likeness_rows, packed_parts
        from .sets import mapping

        (self.folder / "dev").mkdir(parents=True, exist_ok=True)
        for stale in [*self.folder.glob("states-*"), *self.folder.glob("*-[0-9]/*")]:
            stale.unlink()  # made from rows that are about to change
        tokenizer = load_tokenizer()
        rows, twins, counts = corpus(read_corrections(corrections) if corrections else [])
        pack(rows, tokenizer).save(self.folder / "train.npz")
        pack([row for pair in twins for row in pair], tokenizer).save(self.folder / "twins.npz")
        for name, part in packed_parts("dev", tokenizer).items():
            part.save(self.folder / "dev" / f"{name}.npz")
        pack(likeness_rows("dev"), tokenizer).save(self.folder / "dev" / "likeness.npz")
        about = {"labels": labels(), "ekman": mapping()["ekman"], "trainingRows": counts}
        (self.folder / "labels.json").write_text(json.dumps(about, indent=1, ensure_ascii=False), encoding="utf-8")
        say(f"prepared {len(rows):,} rows in {self.folder}")

    @cached_property
    def about(self) -> dict:
        return json.loads((self.folder / "labels.json").read_text(encoding="utf-8"))

    @property
    def sizes(self) -> dict[str, int]:
        return {name: len(of) for name, of in self.about["labels"].items()}

    @cached_property
    def train(self) -> Packed:
        return Packed.load(self.folder / "train.npz")

    @cached_property
    def twins(self) -> Packed:
        return Packed.load(self.folder / "twins.npz")

    @cached_property
    def dev(self) -> dict[str, Packed]:
        return {file.stem: Packed.load(file) for file in sorted((self.folder / "dev").glob("*.npz"))}
