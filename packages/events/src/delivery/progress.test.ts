import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createProgress } from './progress.ts';

describe('progress of a consumer', () => {
  it('moves the floor when the gap below is closed', () => {
    const progress = createProgress();
    progress.finish(2);
    progress.finish(3);
    progress.finish(5, 8);
    assert.deepEqual(
      [progress.floor, progress.above()],
      [
        0,
        [
          [2, 3],
          [5, 8],
        ],
      ],
    );
    progress.finish(1);
    assert.deepEqual([progress.floor, progress.above()], [3, [[5, 8]]]);
    progress.finish(4);
    assert.deepEqual([progress.floor, progress.above()], [8, []]);
  });

  it('merges what overlaps and ignores what is finished', () => {
    const progress = createProgress(10, [
      [12, 13],
      [20, 30],
    ]);
    progress.finish(1, 5);
    progress.finish(14, 25);
    assert.deepEqual([progress.floor, progress.above()], [10, [[12, 30]]]);
    assert.deepEqual(
      [5, 10, 11, 12, 30, 31].map((sequence) => progress.has(sequence)),
      [true, true, false, true, true, false],
    );
  });

  it('agrees with a plain set, in any order of finishing', () => {
    // A fixed walk through all residues: as good as a shuffle, and the same each time.
    const progress = createProgress();
    const finished = new Set<number>();
    for (let step = 1; step <= 1_000; step += 1) {
      const sequence = ((step * 619) % 1_009) + 1;
      progress.finish(sequence);
      finished.add(sequence);
      if (step % 97 !== 0) continue;
      for (let each = 1; each <= 1_010; each += 1) assert.equal(progress.has(each), finished.has(each));
      let floor = 0;
      while (finished.has(floor + 1)) floor += 1;
      assert.equal(progress.floor, floor);
    }
  });

  it('stores as many intervals as asked, lowest first', () => {
    const progress = createProgress();
    for (const sequence of [2, 4, 6]) progress.finish(sequence);
    assert.deepEqual(progress.above(2), [
      [2, 2],
      [4, 4],
    ]);
  });
});
