import numpy as np
import pytest
import torch

from training import metrics
from training.calibrate import likeliest, out_of_scope_guess, scope_threshold, softmax, temperature, unsmoothed
from training.export import unsmoothed as served_unsmoothed
from training.keys import new_key, private_key, sign, signed_by
from training.pii_spans import as_marked, count, likeliest_names, quantities, runs_of_names, together
from training.recipe import PII_TYPES
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


def test_what_label_smoothing_leaves_on_every_label_is_taken_off_again():
    draw = np.random.default_rng(2)
    scores = draw.normal(size=(6000, 3)) * 3
    truth = np.array([draw.choice(3, p=p) for p in softmax(scores)])
    smoothed = np.log(0.88 * softmax(scores) + 0.12 / 3)
    parts = [(smoothed[:3000], truth[:3000]), (smoothed[3000:], truth[3000:])]
    smoothing, t = likeliest(parts, [0.5, 0.5])
    assert (smoothing, t) == (pytest.approx(0.04, abs=0.006), pytest.approx(1, abs=0.1))
    after = softmax(unsmoothed(smoothed, smoothing) / t)
    assert metrics.calibration_error(truth, after) < metrics.calibration_error(truth, softmax(smoothed / temperature(smoothed, truth)))
    assert np.array_equal(after.argmax(1), smoothed.argmax(1))


def test_the_graph_takes_smoothing_off_as_the_fit_does():
    scores = np.random.default_rng(3).normal(size=(50, 3)) * 5
    assert served_unsmoothed(torch.tensor(scores), 0.03).numpy() == pytest.approx(unsmoothed(scores, 0.03))


@pytest.mark.parametrize(
    ("text", "found"),
    [  # the table of `quantities.test.ts`
        ("My parcel is eleven days late.", ["eleven days"]),
        ("It took seventeen working days instead of 5 weeks.", ["seventeen working days", "5 weeks"]),
        ("Half a litre in half an hour", ["Half a litre", "half an hour"]),
        ("over 2,500 miles at 42 percent, a 65-inch screen", ["2,500 miles", "42 percent", "65-inch"]),
        ("Size 38, page 12, error 504", ["Size 38", "page 12", "error 504"]),
        ("I am 47 years old, she is 9 months.", []),
        ("The contract runs for 24 months, two weeks ago it began.", ["24 months"]),
        ("on 3 March 2024 at 10:30, 12 Miles Road, 555-0100", []),
        ("1,250 points, there should be 2,300.", ["1,250 points", "2,300"]),
    ],
)
def test_quantities_are_those_of_the_service(text, found):
    assert [text[start:end] for start, end in quantities(text)] == found


def test_words_of_one_name_are_of_one_kind_unless_much_speaks_for_two():
    person, place, address = (PII_TYPES.index(kind) for kind in ("PERSON", "LOCATION", "ADDRESS"))
    says = lambda **p: np.array([p.get(kind, 0.0) for kind in PII_TYPES])
    weak, sure = says(PERSON=0.4, ADDRESS=0.3), says(ADDRESS=0.9)
    assert likeliest_names(np.array([weak, sure, sure])) == [address] * 3
    assert likeliest_names(np.array([says(PERSON=0.9), says(PERSON=0.9), sure, sure])) == [person] * 2 + [address] * 2
    touch = lambda i: i != 4
    assert runs_of_names([person, person, None, address, address, address, place], touch) == [slice(0, 2), slice(4, 6)]


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
