"""Builds the ONNX graphs: text in, features out; and text in, probabilities out.

Lower-casing, splitting, n-gram counting and weighing are operators of the graph, so that whoever runs the model
never repeats them. Training reads its features from the same graph: what is trained is what is served.
"""

from dataclasses import dataclass

import numpy as np
import onnx
import onnxruntime as ort
from onnx import TensorProto, helper, numpy_helper

from .recipe import CHAR_GRAMS, LABELS, EMOTIONS, WORD, WORD_GRAMS

Gram = tuple[str, ...]


@dataclass(frozen=True)
class Vocabulary:
    """N-grams in column order, each with its inverse document frequency."""

    words: list[Gram]
    word_idf: np.ndarray
    chars: list[Gram]
    char_idf: np.ndarray

    @property
    def size(self) -> int:
        return len(self.words) + len(self.chars)


def split_nodes() -> list[onnx.NodeProto]:
    """Text to words and to characters. Only A-Z is lowered (locale "C"): the same on every machine."""
    tokenizer = {"domain": "com.microsoft", "mark": 0, "mincharnum": 1, "pad_value": ""}
    return [
        helper.make_node("Reshape", ["text", "flat_shape"], ["flat"]),
        helper.make_node("StringNormalizer", ["flat"], ["lower"], case_change_action="LOWER", is_case_sensitive=1, locale="C"),
        helper.make_node("Tokenizer", ["lower"], ["word_tokens"], tokenexp=WORD, **tokenizer),
        helper.make_node("Tokenizer", ["lower"], ["char_tokens"], separators=[""], **tokenizer),
    ]


def count_node(tokens: str, out: str, grams: list[Gram], idf: np.ndarray, longest: int) -> onnx.NodeProto:
    """Presence of each n-gram times its idf. The operator wants its pool sorted by length; columns keep our order."""
    order = sorted(range(len(grams)), key=lambda column: len(grams[column]))
    starts = [sum(len(g) * (len(g) < n) for g in grams) for n in range(1, longest + 1)]
    return helper.make_node(
        "TfIdfVectorizer", [tokens], [out], mode="IDF", min_gram_length=1, max_gram_length=longest, max_skip_count=0,
        ngram_counts=starts, ngram_indexes=order, pool_strings=[piece for column in order for piece in grams[column]],
        weights=[float(idf[column]) for column in order],
    )


def feature_nodes(vocabulary: Vocabulary) -> list[onnx.NodeProto]:
    return split_nodes() + [
        count_node("word_tokens", "word_counts", vocabulary.words, vocabulary.word_idf, WORD_GRAMS[1]),
        count_node("char_tokens", "char_counts", vocabulary.chars, vocabulary.char_idf, CHAR_GRAMS[1]),
        helper.make_node("LpNormalization", ["word_counts"], ["word_features"], axis=1, p=2),
        helper.make_node("LpNormalization", ["char_counts"], ["char_features"], axis=1, p=2),
        helper.make_node("Concat", ["word_features", "char_features"], ["features"], axis=1),
    ]


def head_nodes() -> list[onnx.NodeProto]:
    """One linear layer for both tasks; weights rest as float16 and are widened once, when the session loads."""
    return [
        helper.make_node("Cast", ["weights16"], ["weights"], to=TensorProto.FLOAT),
        helper.make_node("Gemm", ["features", "weights", "bias"], ["logits"]),
        helper.make_node("Split", ["logits", "head_sizes"], ["sentiment_logits", "emotion_logits"], axis=1),
        helper.make_node("Softmax", ["sentiment_logits"], ["sentiment"], axis=1),
        helper.make_node("Sigmoid", ["emotion_logits"], ["emotion"]),
    ]


def make_model(nodes: list[onnx.NodeProto], outputs: list, constants: dict[str, np.ndarray]) -> onnx.ModelProto:
    constants = {"flat_shape": np.array([-1], np.int64), **constants}
    graph = helper.make_graph(
        nodes, "sentiment", [helper.make_tensor_value_info("text", TensorProto.STRING, ["N", 1])], outputs,
        [numpy_helper.from_array(value, name) for name, value in constants.items()],
    )
    opsets = [helper.make_opsetid("", 17), helper.make_opsetid("com.microsoft", 1)]
    return helper.make_model(graph, opset_imports=opsets, ir_version=8, producer_name="customerai-training")


def split_model() -> onnx.ModelProto:
    outputs = [helper.make_tensor_value_info(n, TensorProto.STRING, ["N", None]) for n in ("word_tokens", "char_tokens")]
    return make_model(split_nodes(), outputs, {})


def feature_model(vocabulary: Vocabulary) -> onnx.ModelProto:
    return make_model(feature_nodes(vocabulary), [helper.make_tensor_value_info("features", TensorProto.FLOAT, ["N", None])], {})


def sentiment_model(vocabulary: Vocabulary, weights: np.ndarray, bias: np.ndarray) -> onnx.ModelProto:
    """The served model. `weights` is [features, 3 + 28], calibrated already."""
    outputs = [
        helper.make_tensor_value_info("sentiment", TensorProto.FLOAT, ["N", len(LABELS)]),
        helper.make_tensor_value_info("emotion", TensorProto.FLOAT, ["N", len(EMOTIONS)]),
    ]
    constants = {
        "weights16": weights.astype(np.float16),
        "bias": bias.astype(np.float32),
        "head_sizes": np.array([len(LABELS), len(EMOTIONS)], np.int64),
    }
    return make_model(feature_nodes(vocabulary) + head_nodes(), outputs, constants)


def open_session(model: onnx.ModelProto | bytes | str) -> ort.InferenceSession:
    options = ort.SessionOptions()
    options.intra_op_num_threads = 2
    source = model.SerializeToString() if isinstance(model, onnx.ModelProto) else model
    return ort.InferenceSession(source, options, providers=["CPUExecutionProvider"])
