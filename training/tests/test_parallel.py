import json
import subprocess
import sys

import pytest

from training.paths import ROOT

SCRIPT = "training.tests.parallel"


def result(command: list[str]) -> dict:
    done = subprocess.run([sys.executable, *command], cwd=ROOT, capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stderr[-4000:]
    return json.loads(done.stdout.splitlines()[-1])


def test_two_processes_give_the_loss_curve_of_one(base):
    one = result(["-m", SCRIPT])
    two = result(["-m", "torch.distributed.run", "--standalone", "--nproc-per-node", "2", "-m", SCRIPT])
    print(f"1 process {one['seconds']:.1f} s, 2 processes {two['seconds']:.1f} s: {one['seconds'] / two['seconds']:.2f} times the speed")
    assert len(one["losses"]) == 8
    assert two["losses"] == pytest.approx(one["losses"], rel=0.02)
