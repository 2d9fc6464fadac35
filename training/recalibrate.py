"""A new version from reviewers' corrections: the same weights, another temperature. It is written only if it gets through the gate."""

import hashlib
import json
import shutil
import tempfile
import time
from pathlib import Path

import numpy as np
from tokenizers import Tokenizer

from . import metrics
from .calibrate import temperature
from .corrections import read_corrections
from .export import with_temperature
from .fairness import fairness
from .pack import seal, write_json
from .packed import Packed, pack
from .paths import MODELS, data_dir
from .predict import open_session, probabilities
from .progress import refuse, tell
from .rows import Row

LEAST = 100  # corrections; fewer say too little to fit and judge by
ROOM = {"calibrationError": 0.0, "accuracy": 0.0, "gap": 0.002, "latency": 0.15}  # what still counts as "not worse": noise, as measured


def halves(rows: list[Row]) -> tuple[list[Row], list[Row]]:
    """To fit and to judge by: by hash, so that a text is always on the same side."""
    side = lambda r: hashlib.sha256(r.text.encode()).digest()[0] % 2
    return [r for r in rows if side(r) == 0], [r for r in rows if side(r) == 1]


def seconds_a_text(sessions: list, part: Packed, rounds: int = 5) -> list[float]:
    """The best of some rounds, the sessions in turn, so that a busy machine hurts all of them alike."""
    best = [float("inf")] * len(sessions)
    sample = part.only(np.arange(min(64, len(part))))
    for _ in range(rounds):
        for i, session in enumerate(sessions):
            started = time.perf_counter()
            probabilities(session, sample)
            best[i] = min(best[i], (time.perf_counter() - started) / len(sample))
    return best


def judge(session, part: Packed, tokenizer: Tokenizer) -> dict[str, float]:
    p, truth = probabilities(session, part)["sentiment"], part.sentiment.astype(int)
    gaps, _ = fairness(session, tokenizer)
    found = {"accuracy": metrics.accuracy(truth, p.argmax(1)), "calibrationError": metrics.calibration_error(truth, p)}
    return found | {name.split(".")[1]: figure["value"] for name, figure in gaps.items()}


def gate(before: dict[str, float], after: dict[str, float]) -> list[str]:
    """Why the new version must not go live; nothing when it may."""
    reasons = []
    for name, old in before.items():
        new, kind = after[name], "gap" if name.endswith("Gap") else name
        worse = new < old - ROOM[kind] if kind == "accuracy" else new > old * (1 + ROOM[kind]) if kind == "latency" else new > old + ROOM[kind]
        if worse:
            reasons.append(f"{name} gets worse: {old:.5f} before, {new:.5f} after")
    return reasons


def recalibrate(folder: Path, corrections: Path | None, version: str, models: Path = MODELS) -> int:
    """Exit code 0: a new version stands beside the old one; 1: refused, and why; 3: the data for the gate is not here."""
    target = folder.parent / version
    if corrections is None or target.exists():
        return refuse("--corrections FILE is needed." if corrections is None else f"version {version} is there already; name another with --version.")
    data_dir()
    rows = read_corrections(corrections)
    fit, kept = halves(rows)
    if len(rows) < LEAST or not fit or not kept:
        return refuse(f"{len(rows)} corrections; at least {LEAST} are needed.")
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    learn, held = pack(fit, tokenizer), pack(kept, tokenizer)
    old = open_session(folder / "model.onnx", 1)
    scores = np.log(np.clip(probabilities(old, learn)["sentiment"], 1e-9, 1))
    times = temperature(scores, learn.sentiment.astype(int))
    tell(progress=0.3, metrics={"corrections": len(rows), "temperatureTimes": round(float(times), 5)})
    with tempfile.TemporaryDirectory() as scratch:
        file = Path(scratch) / "model.onnx"
        with_temperature(folder / "model.onnx", file, "sentiment", times)
        new = open_session(file, 1)
        before, after = judge(old, held, tokenizer), judge(new, held, tokenizer)
        before["latency"], after["latency"] = seconds_a_text([old, new], held)
        print(f"temperature times {times:.3f}, from {len(fit)} corrections; judged on {len(kept)} others")
        for name in before:
            print(f"  {name:18} {before[name]:.5f} -> {after[name]:.5f}")
        judged = {f"{name}_{when}": round(float(of[name]), 5) for when, of in (("before", before), ("after", after)) for name in of}
        tell(progress=0.9, metrics=judged)
        if reasons := gate(before, after):
            return refuse("; ".join(reasons) + ".")
        write_version(folder, target, file, version, times, before, after, len(rows))
    print(f"wrote {target}; it goes live when it is deployed")
    return 0


def write_version(folder: Path, target: Path, model: Path, version: str, times: float, before: dict, after: dict, count: int) -> None:
    target.mkdir()
    shutil.copy(model, target / "model.onnx")
    shutil.copy(folder / "tokenizer.json", target / "tokenizer.json")
    meta = json.loads((folder / "metadata.json").read_text(encoding="utf-8"))
    warm = meta["outputs"]["sentiment"]
    warm["temperature"] = round(warm["temperature"] * times, 4)
    meta |= {"version": version, "recalibration": {"from": folder.name, "corrections": count, "before": before, "after": after}}
    write_json(target / "metadata.json", meta)
    lines = [f"| {name} | {before[name]:.5f} | {after[name]:.5f} |" for name in before]
    note = f"""# {meta["name"]} {version}

Version {folder.name} with its sentiment temperature times {times:.3f}, refitted on {count} corrections of reviewers (half to fit, half to judge by).
All else is as that version's card says below; its calibration figures are of before.

| on held-back corrections | {folder.name} | {version} |
| --- | --- | --- |
{chr(10).join(lines)}

---

"""
    (target / "card.md").write_text(note + (folder / "card.md").read_text(encoding="utf-8"), encoding="utf-8")
    seal(target, version)
