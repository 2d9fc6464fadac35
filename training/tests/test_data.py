import os
import random
import subprocess
import sys

import pytest

from training import paths
from training.augment import FACES, another, emoji, negated
from training.base import load_tokenizer
from training.corpus import without
from training.corrections import read_corrections
from training.rows import Row, polarity
from training.service_phrases import service_phrases
from training.sets import normalise
from training.spans import merge


def test_a_row_that_stands_in_a_held_out_part_is_dropped_however_it_is_spelt():
    rows = [Row("Great   SERVICE!", "a", 2), Row("Bad service", "a", 0), Row("bad service", "a", 0)]
    assert without(rows, {normalise("great service")}) == [rows[1]]


def test_a_row_of_a_held_out_template_is_dropped():
    rows = [Row("I am Ann", "a", template="t1"), Row("Call Ann", "a", template="t2")]
    assert without(rows, set(), {"t1"}) == [rows[1]]


def test_texts_of_symbols_alone_are_told_apart():
    assert normalise("😡😡") != normalise("😍")


def test_opposed_emotions_give_no_label_and_ambiguous_ones_are_neutral():
    assert polarity({"positive", "negative"}) is None
    assert polarity({"ambiguous", "neutral"}) == 1
    assert polarity({"ambiguous", "negative"}) == 0


def test_neighbouring_spans_of_one_type_become_one():
    assert merge("Ann Smith, Rome", [(4, 9, "PERSON"), (0, 3, "PERSON"), (11, 15, "LOCATION")]) == ((0, 9, "PERSON"), (11, 15, "LOCATION"))


def test_a_copy_in_another_form_keeps_every_span_under_its_words():
    row = Row("Ann Smith lives in Rome", "a", pii=((0, 9, "PERSON"), (19, 23, "LOCATION")))
    copy = another(row, random.Random(1))
    assert [copy.text[a:b].lower() for a, b, _ in copy.pii] == ["ann smith", "rome"]


def test_negated_praise_is_a_complaint_and_a_negated_sentence_is_left_alone():
    assert negated(Row("The food was good.", "a", 2), random.Random(1)) == Row("The food was not good.", "a", 0)
    left = Row("The food was good, never bad.", "a", 2)
    assert negated(left, random.Random(1)) == left


@pytest.mark.parametrize(("said", "then"), [(0, {0}), (1, {0, 2}), (2, {2})])
def test_an_emoji_is_of_the_feeling_of_its_text_and_decides_what_has_none(said, then):
    copies = [emoji(Row("The parcel came.", "a", said), random.Random(seed)) for seed in range(20)]
    assert {copy.sentiment for copy in copies} == then
    assert all(copy.text.split()[-1] in FACES["positive" if copy.sentiment == 2 else "negative"] for copy in copies)


def test_emoji_are_read_as_words_that_stand_where_they_do(base):
    read = load_tokenizer().encode("Good\U0001f44d\U0001f3fd\u2764\ufe0f, but\U0001f621\U0001f621")
    assert read.tokens[1:-1] == ["good", "good", "love", ",", "but", "angry", "angry"]
    assert read.offsets[1:-1] == [(0, 4), (4, 5), (6, 7), (8, 9), (10, 13), (13, 14), (14, 15)]
    assert read.word_ids[1:-1] == list(range(7))


def test_our_own_sentences_are_the_same_on_every_call_and_have_one_label_each():
    first = service_phrases()
    assert first == service_phrases()
    assert len({text for text, _ in first}) == len(first)


def test_corrections_are_read_and_a_bad_line_is_named(tmp_path):
    file = tmp_path / "corrections.jsonl"
    file.write_text('{"text": "fine", "label": "POSITIVE"}\n\n{"text": "x", "label": "angry"}\n', encoding="utf-8")
    with pytest.raises(SystemExit, match="line 3"):
        read_corrections(file)
    file.write_text('{"text": "fine", "label": "POSITIVE"}\n', encoding="utf-8")
    assert read_corrections(file) == [Row("fine", "corrections", 2)]


def test_no_training_text_and_no_template_stands_in_any_dev_or_test_part(sets):
    from training.corpus import held_out_templates, held_out_texts, training_rows

    rows = training_rows()
    assert not {normalise(r.text) for r in rows} & held_out_texts()
    assert not {r.template for r in rows} & held_out_templates()


def test_names_of_the_fairness_test_are_given_to_no_training_text(sets):
    from training.names import forenames

    assert not {name for name, _, _ in forenames(True)} & {name for name, _, _ in forenames(False)}


def test_without_data_sets_it_leaves_with_code_3(monkeypatch, tmp_path, capsys):
    monkeypatch.setenv("DATA_SETS_DIR", str(tmp_path))
    with pytest.raises(SystemExit) as left:
        paths.data_dir()
    assert left.value.code == 3
    assert "SKIPPED" in capsys.readouterr().err


def test_invented_cities_are_the_same_in_every_process():
    code = "from faker import Faker; from training.values import in_order; f = Faker('it_IT'); f.seed_instance(1); in_order(f); print([f.city() for _ in range(20)])"
    said = [subprocess.run([sys.executable, "-c", code], env=os.environ | {"PYTHONHASHSEED": seed}, capture_output=True, check=True).stdout for seed in "12"]
    assert said[0] == said[1]
