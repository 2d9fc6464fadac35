import pytest

from training import data
from training.data import Row, normalise, polarity, without
from training.service_phrases import service_phrases


@pytest.fixture
def sets():
    try:
        return data.data_dir()
    except SystemExit:
        pytest.skip("the open data sets are not here")


def test_a_row_that_stands_in_a_held_out_split_is_dropped_however_it_is_spelt():
    rows = [Row("Great   SERVICE!", 2, "a"), Row("Bad service", 0, "a"), Row("bad service", 0, "a")]
    assert without(rows, {normalise("great service")}) == [rows[1]]


def test_texts_of_symbols_alone_are_told_apart():
    assert normalise("😡😡") != normalise("😍")


def test_opposed_emotions_give_no_label_and_ambiguous_ones_are_neutral():
    assert polarity({"positive", "negative"}) is None
    assert polarity({"ambiguous", "neutral"}) == data.NEUTRAL
    assert polarity({"ambiguous", "negative"}) == data.NEGATIVE


def test_our_own_sentences_are_the_same_on_every_call_and_have_one_label_each():
    first = service_phrases()
    assert first == service_phrases()
    assert len({text for text, _ in first}) == len(first)


def test_no_training_text_stands_in_any_dev_or_test_split(sets):
    assert not {normalise(r.text) for r in data.training_rows()} & data.held_out_texts()


def test_without_data_sets_it_leaves_with_code_3(monkeypatch, tmp_path, capsys):
    monkeypatch.setenv("DATA_SETS_DIR", str(tmp_path))
    with pytest.raises(SystemExit) as left:
        data.data_dir()
    assert left.value.code == 3
    assert "SKIPPED" in capsys.readouterr().err
