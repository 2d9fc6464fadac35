"""From PyTorch to the ONNX file that is served: probabilities inside, int8 weights."""

import tempfile
from pathlib import Path

import onnx
import torch
from onnx import numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process
from torch import Tensor, nn

from .calibration import LEAST_KEPT, Calibration
from .four_bits import pack_words, words_gather
from .model import SEQUENCE_HEADS, TOKEN_HEADS, Insight

OUTPUTS = (*SEQUENCE_HEADS, *TOKEN_HEADS, "embedding")
OPSET = 17


class Served(nn.Module):
    """The network with its calibration and activations: what comes out can be read as it is."""

    def __init__(self, model: Insight, calibration: Calibration):
        super().__init__()
        self.model = model
        self.smoothing = calibration.smoothing
        for name in OUTPUTS[:-1]:
            self.register_buffer(f"temperature_{name}", torch.tensor(float(calibration.temperatures.get(name, 1.0))))

    def forward(self, input_ids: Tensor, attention_mask: Tensor) -> tuple[Tensor, ...]:
        said = self.model(input_ids, attention_mask)
        for name in OUTPUTS[:-1]:
            logits = unsmoothed(said[name], self.smoothing[name]) if name in self.smoothing else said[name]
            logits = logits / getattr(self, f"temperature_{name}")
            said[name] = torch.sigmoid(logits) if name == "emotion" else torch.softmax(logits, -1)
        return tuple(said[name] for name in OUTPUTS)


def unsmoothed(logits: Tensor, smoothing: float) -> Tensor:
    """As `calibrate.unsmoothed`."""
    p = torch.softmax(logits, -1)
    return torch.maximum(p - smoothing, LEAST_KEPT * p).log()


def to_onnx(model: Insight, calibration: Calibration, file: Path) -> None:
    served = Served(model.float().cpu(), calibration).eval()
    ids = torch.tensor([[2, 1029, 1009, 1210, 3], [2, 1029, 3, 0, 0]])
    sequence, token = {0: "batch"}, {0: "batch", 1: "sequence"}
    axes = {"input_ids": token, "attention_mask": token, "embedding": sequence}
    axes |= {name: sequence for name in SEQUENCE_HEADS} | {name: token for name in TOKEN_HEADS}
    torch.onnx.export(
        served, (ids, (ids > 0).long()), str(file), input_names=["input_ids", "attention_mask"], output_names=list(OUTPUTS),
        dynamic_axes=axes, opset_version=OPSET, do_constant_folding=True, dynamo=False,
    )


def halve(model: onnx.ModelProto) -> None:
    """Keeps what stayed float (biases, norms, small matrices) as float16, made float32 again when a session opens."""
    casts = []
    for value in list(model.graph.initializer):
        if value.data_type == onnx.TensorProto.FLOAT and numpy_helper.to_array(value).size >= 256 and not value.name.endswith("_scale"):
            half = numpy_helper.from_array(numpy_helper.to_array(value).astype("float16"), f"{value.name}_half")
            casts.append(onnx.helper.make_node("Cast", [half.name], [value.name], name=f"{value.name}_cast", to=onnx.TensorProto.FLOAT))
            model.graph.initializer.remove(value)
            model.graph.initializer.append(half)
    for cast in reversed(casts):
        model.graph.node.insert(0, cast)


def shorten(model: onnx.ModelProto) -> None:
    """Numbers for the names of nodes and of what lies between them: nothing outside refers to these, and they take a hundred kilobytes."""
    kept, short = {value.name for value in model.graph.output}, {}
    for node in model.graph.node:
        node.name = ""
        short |= {name: f"{len(short) + place:x}" for place, name in enumerate(name for name in node.output if name and name not in kept)}
        for names in (node.input, node.output):
            names[:] = [short.get(name, name) for name in names]


def quantise(source: Path, target: Path) -> None:
    """Weights as int8, a scale a column; word vectors in four bits; activations are quantised as they come."""
    with tempfile.TemporaryDirectory() as scratch:
        ready = Path(scratch) / "ready.onnx"
        quant_pre_process(str(source), str(ready), skip_symbolic_shape=True, skip_optimization=False)
        quantize_dynamic(
            str(ready), str(target), weight_type=QuantType.QInt8, per_channel=True, op_types_to_quantize=["MatMul", "Gemm", "Gather"],
            nodes_to_exclude=[words_gather(onnx.load(ready)).name], extra_options={"MatMulConstBOnly": True},
        )
    pack_words(target)
    model = onnx.load(target)
    halve(model)
    del model.graph.value_info[:]  # shapes that every runtime infers by itself
    shorten(model)
    onnx.save(model, target)


def with_temperature(source: Path, target: Path, head: str, times: float) -> None:
    """A copy of a served model whose head is divided by `times` as much as before; nothing else changes."""
    model = onnx.load(source)
    place = next(i for i in model.graph.initializer if i.name == f"temperature_{head}")
    place.CopyFrom(numpy_helper.from_array((numpy_helper.to_array(place) * times).astype("float32"), place.name))
    onnx.save(model, target)


def export(model: Insight, calibration: Calibration, folder: Path) -> Path:
    """Writes model.onnx into the folder; returns the float twin beside it, for comparison, which is not to be shipped."""
    folder.mkdir(parents=True, exist_ok=True)
    exact = folder.parent / f".{folder.name}-float32.onnx"
    to_onnx(model, calibration, exact)
    quantise(exact, folder / "model.onnx")
    return exact
