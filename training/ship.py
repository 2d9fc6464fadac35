"""From learned branches to a signed model folder."""

import json
import shutil
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import torch
from safetensors.torch import save_file

from . import recipe
from .calibrate import CALIBRATED, calibrate
from .calibration import Calibration
from .card import card
from .evaluate import measure
from .deck import Deck
from .export import OUTPUTS, Served, export
from .falls import falls
from .learn import assemble
from .model import Insight
from .pack import metadata, outputs, seal, write_json, write_tokenizer
from .packed import Packed
from .predict import Answers, answer, collect, open_session, probabilities
from .smooth import smoothed
from .work import Work

PARITY_TEXTS = 1000


def raw_scores(said: Answers) -> Answers:
    """Logits again (up to a constant a row) from probabilities that no temperature touched."""
    safe = {name: np.clip(p.astype(np.float64), 1e-9, 1 - 1e-9) for name, p in said.items() if name != "embedding"}
    return {name: np.log(p) - np.log1p(-p) if name == "emotion" else np.log(p) for name, p in safe.items()}


def parity_rows(work: Work) -> Packed:
    """1,000 dev texts of all sets."""
    share = -(-PARITY_TEXTS // len(work.dev))
    parts = [part.only(np.arange(min(len(part), share))) for part in work.dev.values()]
    whole = Packed.joined(parts)
    return whole.only(np.arange(min(len(whole), PARITY_TEXTS)))


def answers(said: Answers) -> dict[str, np.ndarray]:
    return {name: p >= 0.5 if name == "emotion" else p.argmax(-1) for name, p in said.items() if name != "embedding"}


def parity(model: Insight, exact: Path, shipped: Path, rows: Packed) -> dict[str, float]:
    """Float ONNX against PyTorch (largest difference), and int8 against float ONNX (share of equal answers)."""
    def by_torch() -> Answers:
        served, said = Served(model, Calibration()).eval(), {}
        with torch.no_grad():
            for at, batch in Deck(rows, torch.device("cpu")).in_order(32):
                collect(said, rows, at, {n: v.numpy() for n, v in zip(OUTPUTS, served(batch["ids"], batch["attention"]))})
        return said

    with ThreadPoolExecutor(3) as pool:
        onnx = [pool.submit(probabilities, open_session(file, 1), rows) for file in (exact, shipped)]
        torch_said, (floats, ints) = pool.submit(by_torch).result(), (f.result() for f in onnx)
    same = {n: round(float(np.mean(a == b)), 4) for (n, a), b in zip(answers(floats).items(), answers(ints).values())}
    return {
        "texts": len(rows),
        "largestDifferenceOfFloatOnnx": float(f"{max(np.abs(torch_said[n] - floats[n]).max() for n in OUTPUTS):.1e}"),
        "equalAnswersOfInt8": same,
        "cosineOfInt8Embedding": round(float((floats["embedding"] * ints["embedding"]).sum(-1).mean()), 4),
    }


def ship(work: Work, models: Path, version: str = recipe.VERSION, say=print) -> Path:
    folder, model = models / recipe.NAME / version, assemble(work)
    save_file({name: value.half().contiguous() for name, value in model.state_dict().items()}, work.folder / "insight.safetensors")
    model = smoothed(model, work.train)
    with tempfile.TemporaryDirectory() as scratch:
        bare = Path(scratch) / "bare"
        exact = export(model, Calibration(), bare)
        say("exported without calibration")
        report = parity(model, exact, bare / "model.onnx", parity_rows(work))
        say(f"parity: {json.dumps(report)}")
        dev = {name: work.dev[name] for name in CALIBRATED}
        shipped = answer(open_session(bare / "model.onnx", 1), dev)
        report["fallOfInt8"] = falls(dev, answer(open_session(exact, 1), dev), shipped)
        say(f"int8 costs {report['fallOfInt8']}")
        calibration = calibrate(dev, {name: raw_scores(said) for name, said in shipped.items()})
        say(f"temperatures {({name: round(t, 3) for name, t in calibration.temperatures.items()})}, smoothing {calibration.smoothing}")
        folder.mkdir(parents=True, exist_ok=True)
        export(model, calibration, Path(scratch) / "calibrated")
        shutil.copy(Path(scratch) / "calibrated" / "model.onnx", folder / "model.onnx")
    write_tokenizer(folder)
    described = outputs(work.about["labels"], calibration)
    write_json(folder / "metadata.json", metadata(version, described, work.about["ekman"], {}))
    finish(folder, version, report, work.about["trainingRows"], say)
    return folder


def finish(folder: Path, version: str, report: dict, rows: dict[str, int], say=print) -> None:
    """Measures the folder and writes what it found into metadata and card, then seals it."""
    meta = json.loads((folder / "metadata.json").read_text(encoding="utf-8"))
    figures, leads = measure(folder, say)
    rest = {key: meta[key] for key in ("outputs", "ekman")}
    meta = metadata(version, rest["outputs"], rest["ekman"], figures, groupLeads=leads, parity=report, trainingRows=rows)
    write_json(folder / "metadata.json", meta)
    (folder / "card.md").write_text(card(folder, meta), encoding="utf-8")
    seal(folder, version)
