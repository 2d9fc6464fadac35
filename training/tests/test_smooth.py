import numpy as np
import pytest
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic

from training.export import OPSET
from training.model import Insight, Layer
from training.packed import Packed, pack
from training.predict import open_session
from training.recipe import Shape
from training.rows import Row
from training.smooth import Smoothed, smoothed

SIZES = {"sentiment": 3, "intent": 4, "aspect": 3, "pii": 5}
FAR = 30.0


@pytest.fixture
def texts(tokenizer) -> Packed:
    return pack([Row(text, "a", 1) for text in ("great food", "bad service , but i am ann !", "ann smith from rome", "i am from rome")], tokenizer)


@pytest.fixture
def model() -> Insight:
    """A small network with random weights, in which a channel reaches far and weighs little, as some do in the base."""
    torch.manual_seed(5)
    made = Insight(Shape(fork=1, hidden=64, heads=4, inner=128, vocabulary=64, positions=16), SIZES).eval()
    for layer in made.modules():
        if isinstance(layer, Layer):
            layer.norm.weight.data[7] *= FAR
            layer.up.weight.data[:, 7] /= FAR
    return made


def answers(model: Insight, texts: Packed) -> torch.Tensor:
    ids = torch.from_numpy(np.array([texts.ids[a : a + 4] for a in texts.starts[:-1]]).astype(np.int64))
    with torch.no_grad():
        return torch.cat([value.flatten() for value in model(ids, torch.ones_like(ids)).values()])


def test_a_smoothed_network_says_the_same(model, texts):
    assert torch.allclose(answers(model, texts), answers(smoothed(model, texts), texts), atol=1e-4)


def test_the_channel_that_reaches_far_is_held_back_in_trunk_and_branches(model, texts):
    held = {name: module.scale for name, module in smoothed(model, texts).named_modules() if isinstance(module, Smoothed) and name.endswith("up")}
    assert {name.split(".layers")[0] for name in held} == {"trunk", "branch.feeling", "branch.meaning", "branch.naming"}
    assert all(int(scale.argmin()) == 7 and float(scale[7]) < 4 / FAR for scale in held.values())


def test_int8_is_nearer_to_float_with_it(model, tmp_path):
    """A matrix and its input in int8, each with its scales, as in the graph that is served."""
    up, x = model.trunk.layers[0].up, torch.randn(200, 64)
    x[:, 7] *= FAR

    def cost(matrix: torch.nn.Module) -> float:
        torch.onnx.export(matrix, (x,), str(tmp_path / "float.onnx"), input_names=["x"], output_names=["y"], opset_version=OPSET, dynamo=False)
        quantize_dynamic(tmp_path / "float.onnx", tmp_path / "int8.onnx", weight_type=QuantType.QInt8, per_channel=True, extra_options={"MatMulConstBOnly": True})
        said = open_session(tmp_path / "int8.onnx", 1).run(None, {"x": x.numpy()})[0]
        return float(np.abs(said - up(x).detach().numpy()).mean())

    plain, eased = cost(up), cost(Smoothed(up, x.abs().amax(0)))
    assert eased < 0.4 * plain
