import json

import pytest
from tokenizers import Tokenizer, models, normalizers, pre_tokenizers, processors

from training import recipe
from training.paths import MODELS

FOLDER = MODELS / recipe.NAME / recipe.VERSION


@pytest.fixture(scope="session")
def tokenizer() -> Tokenizer:
    """A word-piece tokenizer of a few words, with the special tokens of the real one."""
    words = ["[PAD]", "[CLS]", "[SEP]", "[UNK]", "i", "am", "ann", "##a", "smith", "from", "rome", "great", "food", "bad", "service", "but", ",", "!"]
    made = Tokenizer(models.WordPiece({word: i for i, word in enumerate(words)}, unk_token="[UNK]"))
    made.normalizer, made.pre_tokenizer = normalizers.BertNormalizer(), pre_tokenizers.BertPreTokenizer()
    made.post_processor = processors.TemplateProcessing("[CLS] $A [SEP]", special_tokens=[("[CLS]", 1), ("[SEP]", 2)])
    return made


@pytest.fixture(scope="session")
def sets():
    from training import paths

    try:
        return paths.data_dir()
    except SystemExit:
        pytest.skip("the open data sets are not here")


@pytest.fixture(scope="session")
def base():
    from training.base import base_dir

    try:
        return base_dir()
    except SystemExit:
        pytest.skip("the base model is not installed")


@pytest.fixture(scope="session")
def meta() -> dict:
    return json.loads((FOLDER / "metadata.json").read_text(encoding="utf-8"))
