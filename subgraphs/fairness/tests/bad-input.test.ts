import { ask, askOk, newTenant } from '@customerai/testkit';
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { auditor, RUN, startTestFairness } from './fairness.ts';

let fairness: Awaited<ReturnType<typeof startTestFairness>>;
before(async () => (fairness = await startTestFairness()));
after(() => fairness[Symbol.asyncDispose]());

const refusal = async (input: object) => {
  const { errors } = await ask(fairness.subgraph, RUN, { input: { name: 'Loans', bootstrap: 0, ...input } }, auditor(newTenant()));
  return { code: errors[0]?.code, argument: errors[0]?.extensions['argument'], message: errors[0]?.message ?? 'no error' };
};

describe('bad input is refused with the argument and the remedy', () => {
  const base = { csv: 'sex,ok\nf,1\nm,0', prediction: 'ok', sensitive: ['sex'] };
  const cases: [what: string, input: object, argument: string, message: RegExp][] = [
    ['a blank name', { name: ' ' }, 'input.name', /name/],
    ['no table', { csv: undefined }, 'input.csv', /header line/],
    ['an empty table', { csv: ' \n' }, 'input.csv', /header line/],
    ['a header without rows', { csv: 'sex,ok\n' }, 'input.csv', /no rows/],
    ['more than 50 MB', { csv: 'x'.repeat(50 * 1024 * 1024 + 1) }, 'input.csv', /larger than 50 MB/],
    ['no prediction', { prediction: undefined }, 'input.prediction', /prediction/],
    ['no sensitive column', { sensitive: [] }, 'input.sensitive', /sensitive/],
    ['an unknown column', { prediction: 'okay' }, 'input.prediction', /no column "okay".*"sex", "ok"/],
    ['an unknown sensitive column', { sensitive: ['race'] }, 'input.sensitive', /no column "race"/],
    ['a column named twice', { sensitive: ['ok'] }, 'input.sensitive', /twice/],
    ['a header with the same column twice', { csv: 'sex,ok,ok\nf,1,1' }, 'input.prediction', /twice/],
    ['a ragged row', { csv: 'sex,ok\nf,1\nm\n' }, 'input.csv', /Line 3.*1 fields/],
    ['a quotation mark that is not closed', { csv: 'sex,ok\nf,1\n"m,0\n' }, 'input.csv', /quotation mark/],
    ['an empty prediction', { csv: 'sex,ok\nf,1\nm,\n' }, 'input.csv', /Line 3.*"ok" is empty/],
    ['one group only', { csv: 'sex,ok\nf,1\nf,0' }, 'input.sensitive', /one value only/],
    ['words that say nothing', { csv: 'sex,ok\nf,red\nm,green' }, 'input.favorable', /"red", "green"/],
    ['a favourable value that is not there', { favorable: 'yes' }, 'input.favorable', /none is "yes"/],
    ['numbers that are no scores', { csv: 'sex,ok\nf,12\nm,700\nm,3' }, 'input.prediction', /between 0 and 1/],
    ['a label of three values', { csv: 'sex,ok,l\nf,1,a\nm,0,b\nm,0,c', label: 'l' }, 'input.label', /3 values.*"a", "b", "c"/],
    [
      'a label in other words than the favourable one',
      { csv: 'sex,ok,l\nf,yes,1\nm,no,0', label: 'l', favorable: 'yes' },
      'input.favorable',
      /same word/,
    ],
    ['a threshold beyond 1', { threshold: 1.5 }, 'input.threshold', /between 0 and 1/],
    ['a negative bootstrap', { bootstrap: -1 }, 'input.bootstrap', /between 0/],
    ['both table and source', { source: 'REVIEW_DECISIONS' }, 'input.source', /not both/],
    ['ids instead of groups', { csv: `sex,ok\n${Array.from({ length: 201 }, (_, n) => `${n},1`).join('\n')}` }, 'input.sensitive', /201 values/],
  ];
  for (const [what, input, argument, message] of cases) {
    it(what, async () => {
      const error = await refusal({ ...base, ...input });
      assert.deepEqual([error.code, error.argument], ['BAD_USER_INPUT', argument], error.message);
      assert.match(error.message, message);
    });
  }

  it('keeps nothing of a refused audit', async () => {
    const tenant = newTenant();
    await ask(fairness.subgraph, RUN, { input: { name: 'x', csv: 'a', prediction: 'b', sensitive: ['c'] } }, auditor(tenant));
    assert.equal((await askOk(fairness.subgraph, '{ fairnessAudits { totalCount } }', {}, auditor(tenant))).fairnessAudits.totalCount, 0);
  });
});
