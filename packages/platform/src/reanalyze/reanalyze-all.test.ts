import { ServiceError } from '@customerai/service';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { reanalyzeAll } from './reanalyze-all.ts';

/** A platform with so many messages to analyse, which answers with these errors first. */
function platformWith(count: number, errors: Error[] = [], failing: readonly number[] = []) {
  let left = Array.from({ length: count }, (_, n) => n);
  const asked: { after: string | null; counts: boolean }[] = [];
  const request = async (_query: string, variables: any): Promise<any> => {
    asked.push({ after: variables.after, counts: variables.countsRemaining });
    const error = errors.shift();
    if (error) throw error;
    const page = left.filter((n) => variables.after === null || n > Number(variables.after)).slice(0, variables.first);
    const failed = page.filter((n) => failing.includes(n));
    left = left.filter((n) => !page.includes(n) || failing.includes(n));
    return {
      reanalyzeInteractions: {
        model: { name: 'm', version: variables.version },
        reanalyzed: page.length - failed.length,
        failed: failed.map((n) => ({ interaction: { id: `i${n}` }, error: 'no' })),
        cursor: page.at(-1) === undefined ? variables.after : String(page.at(-1)),
        done: page.length < variables.first,
        remaining: left.length,
      },
    };
  };
  return { client: { request }, asked, left: () => left };
}
const busy = (code: 'RATE_LIMITED' | 'FORBIDDEN') => new ServiceError(code, 'busy');

test('every message is analysed, page by page, counted once', async () => {
  const { client, asked, left } = platformWith(120);
  const seen: number[] = [];
  let total = 0;
  const result = await reanalyzeAll(client, '2.0.0', {
    onStart: (facts) => (total = facts.total),
    onPage: ({ reanalyzed }) => seen.push(reanalyzed),
  });
  assert.deepEqual([result, total, left()], [{ reanalyzed: 120, failed: 0 }, 120, []]);
  assert.deepEqual(seen, [50, 100, 120]);
  assert.deepEqual(
    asked.map(({ counts }) => counts),
    [true, false, false],
  );
});

test('a run that was stopped goes on where it was', async () => {
  const { client, left } = platformWith(120);
  const stop = new AbortController();
  const first = await reanalyzeAll(client, '2.0.0', { signal: stop.signal, onPage: () => stop.abort() });
  assert.deepEqual([first.reanalyzed, left().length], [50, 70]);
  assert.equal((await reanalyzeAll(client, '2.0.0')).reanalyzed, 70);
});

test('failures are told and passed by; the next run tries them again', async () => {
  const { client, left } = platformWith(60, [], [3, 55]);
  const failures: string[] = [];
  const result = await reanalyzeAll(client, '2.0.0', { onFailure: ({ id }) => failures.push(id) });
  assert.deepEqual([result, failures, left()], [{ reanalyzed: 58, failed: 2 }, ['i3', 'i55'], [3, 55]]);
});

test('a busy platform is waited for; any other refusal ends the run', async () => {
  const waits: number[] = [];
  const options = { wait: async (seconds: number) => void waits.push(seconds) };
  const { client } = platformWith(1, [busy('RATE_LIMITED'), busy('RATE_LIMITED')]);
  assert.equal((await reanalyzeAll(client, '2.0.0', options)).reanalyzed, 1);
  assert.deepEqual(waits, [1, 2]);
  await assert.rejects(reanalyzeAll(platformWith(1, [busy('FORBIDDEN')]).client, '2.0.0', options), { code: 'FORBIDDEN' });
  const always = Array.from({ length: 9 }, () => busy('RATE_LIMITED'));
  await assert.rejects(reanalyzeAll(platformWith(1, always).client, '2.0.0', options), { code: 'RATE_LIMITED' });
});
