"""What a run tells a program that watches it (TRAINING_PROGRESS=json): a JSON object a line on standard output, beside the lines that people read.

`{"progress": 0 to 1, "passes": 0 to 1, "metrics": {name: number}}` for how far it is (`passes`: of the passes over the data), `{"refused": reason}`
for why there is no new version. A run that is watched ends when its watcher does: standard input is then closed.
"""

import json
import os
import threading

WATCHED = os.environ.get("TRAINING_PROGRESS") == "json"
_runs: list[str] = []


def tell(**facts) -> None:
    """One line; of several processes the first tells."""
    if WATCHED and os.environ.get("RANK", "0") == "0":
        print(json.dumps(facts), flush=True)


def expect(runs: list[str]) -> None:
    """The runs that are to come, each counted alike."""
    _runs[:] = runs


def step(run: str, done: int, of: int, **metrics: float) -> None:
    if run in _runs:
        share = (_runs.index(run) + done / of) / len(_runs)
        tell(progress=round(share, 4), passes=round(share, 4), metrics={name: round(float(value), 5) for name, value in metrics.items()})


def refuse(reason: str) -> int:
    """Says why there is no new version; the exit code of that."""
    print(f"Refused: {reason}")
    tell(refused=reason)
    return 1


def end_with_watcher() -> None:
    def watch() -> None:
        while os.read(0, 4096):  # not sys.stdin: its lock, held here for ever, would not let Python end
            pass
        os._exit(1)

    if WATCHED:
        threading.Thread(target=watch, daemon=True).start()
