import numpy as np
import pytest

from training import metrics
from training.calibrate import out_of_scope_guess, scope_threshold, softmax, temperature, truest_temperature
from training.keys import new_key, private_key, sign, signed_by
from training.pii_spans import as_marked, count, together
from training.recalibrate import gate, halves
from training.rows import Row


def test_spearman_knows_order_alone_and_shares_places_among_ties():
    a = np.array([1.0, 2.0, 2.0, 4.0])
    assert metrics.spearman(a, np.exp(a)) == pytest.approx(1)
    assert metrics.spearman(a, -a) == pytest.approx(-1)


def test_a_temperature_undoes_overconfidence():
    draw = np.random.default_rng(1)
    scores = draw.normal(size=(4000, 3))
    truth = np.array([draw.choice(3, p=p) for p in softmax(scores)])
    assert temperature(scores * 2.5, truth) == pytest.approx(2.5, rel=0.1)


def test_what_nothing_in_scope_is_sure_of_is_out_of_scope():
    p = np.array([[0.9, 0.05, 0.05], [0.4, 0.35, 0.25], [0.1, 0.1, 0.8]])
    assert out_of_scope_guess(p, 0.5).tolist() == [0, 2, 2]
    assert scope_threshold(p, np.array([0, 0, 2])) <= 0.4


def test_a_span_counts_from_nine_tenths_of_its_letters_on_and_once():
    text, ann = "Mr. Anna-Maria Smith, Rome", (4, 20, "PERSON")
    assert count(text, (ann,), [(0, 20, "PERSON")], typed=True) == (1, 1, 1)
    assert count(text, (ann,), [(4, 14, "PERSON")], typed=True) == (0, 1, 1)
    assert count(text, (ann,), [(4, 20, "LOCATION")], typed=True) == (0, 1, 1)
    assert count(text, (ann,), [(4, 20, "LOCATION")], typed=False) == (1, 1, 1)


def test_a_date_of_birth_is_a_date_where_a_set_knows_no_other():
    found = [(0, 4, "DATE_OF_BIRTH"), (5, 9, "HEALTH")]
    assert as_marked(found, {"DATE_TIME"}) == [(0, 4, "DATE_TIME")]
    assert as_marked(found, {"DATE_TIME", "DATE_OF_BIRTH"}) == [(0, 4, "DATE_OF_BIRTH")]


def test_the_truest_temperature_undoes_overconfidence_in_every_part():
    draw = np.random.default_rng(2)
    scores = draw.normal(size=(6000, 3)) * 2
    truth = np.array([draw.choice(3, p=p) for p in softmax(scores)])
    parts = [(scores[:3000] * 1.4, truth[:3000]), (scores[3000:] * 1.4, truth[3000:])]
    assert truest_temperature(parts, [0.5, 0.5]) == pytest.approx(1.4, abs=0.1)


def test_patterns_win_over_the_model_unless_it_holds_more():
    text = "card 4111111111111111, 12 Oak Lane 90210"
    card, number, address = (5, 21, "CREDIT_CARD"), (35, 40, "NATIONAL_ID"), (23, 40, "ADDRESS")
    assert together(text, [card], [(5, 21, "ID_NUMBER")]) == (card,)
    assert together(text, [number], [address]) == (address,)


def test_a_signature_holds_for_the_exact_bytes_alone(tmp_path, monkeypatch):
    monkeypatch.setenv("RELEASE_KEY_FILE", str(tmp_path / "key.pem"))
    made, folder = new_key(tmp_path), tmp_path / "insight"
    folder.mkdir()
    (folder / "manifest.json").write_text("{}\n")
    sign(folder, private_key())
    assert signed_by(folder, tmp_path) == made
    (folder / "manifest.json").write_text("{} \n")
    assert signed_by(folder, tmp_path) is None


def test_a_release_key_is_never_overwritten(tmp_path, monkeypatch):
    monkeypatch.setenv("RELEASE_KEY_FILE", str(tmp_path / "key.pem"))
    new_key(tmp_path)
    with pytest.raises(FileExistsError):
        new_key(tmp_path)


def test_the_gate_lets_only_what_is_no_worse_through():
    before = {"accuracy": 0.8, "calibrationError": 0.05, "genderGap": 0.01, "latency": 0.01}
    assert gate(before, before | {"calibrationError": 0.03}) == []
    assert "accuracy" in gate(before, before | {"accuracy": 0.79})[0]
    assert "calibrationError" in gate(before, before | {"calibrationError": 0.06})[0]
    assert "genderGap" in gate(before, before | {"genderGap": 0.02})[0]
    assert "latency" in gate(before, before | {"latency": 0.02})[0]


def test_a_correction_is_always_on_the_same_side():
    rows = [Row(f"text {i}", "corrections", 1) for i in range(200)]
    fit, kept = halves(rows)
    assert halves(rows[::-1])[0] == fit[::-1] and len(fit) + len(kept) == 200 and min(len(fit), len(kept)) > 60
