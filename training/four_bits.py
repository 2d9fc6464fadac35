"""Word vectors in four bits: a scale for every 64 numbers of a word. They are half of a small encoder, and lose next to nothing by it."""

from pathlib import Path

import numpy as np
import onnx
from onnx import helper, numpy_helper

BLOCK = 64
# Where the largest number of a block lands among the codes -8 to 7: beyond 8 it is cut off, which pays where it stands alone.
# The whole numbers find the scale of a block that has been through this before, so that twice is as good as once.
REACH = np.concatenate([np.arange(1, 9), np.linspace(7.5, 12.5, 21)]).astype(np.float32)


def four_bits(weights: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Codes int8 [rows, width] from -8 to 7 and scales float16 [rows, width / BLOCK], of the least squared error."""
    blocks = weights.reshape(-1, BLOCK).astype(np.float32)
    top, least = np.abs(blocks).max(1, keepdims=True), np.full((len(blocks), 1), np.inf, np.float32)
    codes, scales = np.zeros(blocks.shape, np.int8), np.ones((len(blocks), 1), np.float16)
    for reach in REACH:
        scale = np.maximum(top / reach, 1e-7).astype(np.float16)
        code = np.clip(np.round(blocks / scale.astype(np.float32)), -8, 7)
        error = np.square(code * scale - blocks).sum(1, keepdims=True)
        better = error < least
        codes, scales, least = np.where(better, code.astype(np.int8), codes), np.where(better, scale, scales), np.minimum(error, least)
    return codes.reshape(weights.shape), scales.reshape(len(weights), -1)


def rounded(weights: np.ndarray) -> np.ndarray:
    """What is left of the weights in four bits, float32."""
    codes, scales = four_bits(weights)
    return codes.astype(np.float32) * np.repeat(scales.astype(np.float32), BLOCK, 1)


def words_gather(model: onnx.ModelProto) -> onnx.NodeProto:
    """The node that looks words up: the one with the largest table."""
    tables = {value.name: value.dims[0] for value in model.graph.initializer if len(value.dims) == 2}
    return max((node for node in model.graph.node if node.op_type == "Gather"), key=lambda node: tables.get(node.input[0], 0))


def pack_words(file: Path) -> None:
    """Replaces the float table of words by codes and scales (`GatherBlockQuantized` of onnxruntime)."""
    model = onnx.load(file)
    gather = words_gather(model)
    table = next(value for value in model.graph.initializer if value.name == gather.input[0])
    codes, scales = four_bits(numpy_helper.to_array(table))
    packed = onnx.TensorProto(name=f"{table.name}_codes", data_type=onnx.TensorProto.INT4, dims=codes.shape)
    packed.raw_data = ((codes[:, 0::2] & 15) | ((codes[:, 1::2] & 15) << 4)).astype(np.uint8).tobytes()
    found, place = f"{gather.output[0]}_half", list(model.graph.node).index(gather)
    nodes = [
        helper.make_node("GatherBlockQuantized", [packed.name, gather.input[1], f"{table.name}_scales"], [found], domain="com.microsoft",
                         name="words", gather_axis=0, quantize_axis=1, block_size=BLOCK),
        helper.make_node("Cast", [found], [gather.output[0]], name="words_cast", to=onnx.TensorProto.FLOAT),
    ]
    model.graph.node.remove(gather)
    for node in reversed(nodes):
        model.graph.node.insert(place, node)
    model.graph.initializer.remove(table)
    model.graph.initializer.extend([packed, numpy_helper.from_array(scales, f"{table.name}_scales")])
    model.ir_version = max(model.ir_version, 10)  # the first that knows four bits
    if not any(opset.domain == "com.microsoft" for opset in model.opset_import):
        model.opset_import.append(helper.make_opsetid("com.microsoft", 1))
    onnx.save(model, file)
