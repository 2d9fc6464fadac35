import { askOk, newTenant } from '@customerai/testkit';
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { auditor, RUN, startTestFairness } from './fairness.ts';

// Open data that is never part of the repository: where it is, our values are held against published and independently computed ones.
const data = join(import.meta.dirname, '../../../../shared/data');
const file = join(data, 'fairness_reference/reference.json');
const skip = existsSync(file) ? false : 'no reference values found: shared/data/fairness_reference is not beside the repository';
const rowsOf = (name: string): Record<string, string>[] =>
  gunzipSync(readFileSync(join(data, name, 'all.jsonl.gz')))
    .toString('utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

describe('values of others', { skip }, () => {
  let fairness: Awaited<ReturnType<typeof startTestFairness>>;
  let reference: any;
  before(async () => {
    fairness = await startTestFairness();
    reference = JSON.parse(readFileSync(file, 'utf8'));
  });
  after(() => fairness[Symbol.asyncDispose]());

  const audit = async (input: object) =>
    (await askOk(fairness.subgraph, RUN, { input: { name: 'Reference', bootstrap: 0, ...input } }, auditor(newTenant()))).runFairnessAudit;
  const close = (actual: number, expected: number, digits: number, what: string) =>
    assert.ok(Math.abs(actual - expected) <= 0.5 * 10 ** -digits + 1e-12, `${what}: ${actual}, not ${expected}`);
  const valueOf = (found: any, name: string) => found.metrics.find((metric: any) => metric.name === name).value;

  it("agree with Fairlearn's user guide to 9 digits", async () => {
    const { y_true, y_pred, group, expected } = reference.fairlearn_toy;
    const csv = ['group,pred,true', ...group.map((name: string, row: number) => `${name},${y_pred[row]},${y_true[row]}`)].join('\n');
    const found = await audit({ csv, prediction: 'pred', label: 'true', sensitive: ['group'] });
    for (const name of ['demographic_parity_difference', 'demographic_parity_ratio', 'equalized_odds_difference', 'equalized_odds_ratio']) {
      close(valueOf(found, name), expected[name], 9, name);
    }
    for (const { group, size, selectionRate, truePositiveRate, falsePositiveRate } of found.groups) {
      const { tpr, fpr, sel, count } = expected.by_group[group];
      assert.equal(size, count);
      close(selectionRate, sel, 9, group);
      close(truePositiveRate, tpr, 9, group);
      close(falsePositiveRate, fpr, 9, group);
    }
  });

  it('agree on adult income by sex', async () => {
    const rows = rowsOf('adult_income');
    const key = (wanted: string) => Object.keys(rows[0]!).find((name) => name.toLowerCase() === wanted)!;
    const [sex, income] = [key('sex'), Object.keys(rows[0]!).find((name) => /income|class|salary|label/i.test(name) && !/work/i.test(name))!];
    const csv = ['sex,income', ...rows.map((row) => `${row[sex]},${String(row[income]).includes('>50K') ? 'high' : 'low'}`)].join('\n');
    const found = await audit({ csv, prediction: 'income', favorable: 'high', sensitive: ['sex'] });
    const { computed_here: expected } = reference.adult_income;
    assert.equal(found.rows, 32_561);
    const [female, male] = found.groups;
    close(female.selectionRate, expected['P(>50K|Female)'], 4, 'women');
    close(male.selectionRate, expected['P(>50K|Male)'], 4, 'men');
    close(valueOf(found, 'demographic_parity_difference'), -expected.SPD_female_minus_male, 6, 'difference');
    close(valueOf(found, 'demographic_parity_ratio'), expected.DI_female_over_male, 6, 'ratio');
    assert.deepEqual([found.verdict, found.metrics[1].worstGroup], ['FAIL', 'Female']);
  });

  it('agree on the Ricci promotion test by race', async () => {
    const csv = ['race,passed', ...rowsOf('ricci').map(({ Race, Combine }) => `${Race},${Number(Combine) >= 70 ? 'yes' : 'no'}`)].join('\n');
    const found = await audit({ csv, prediction: 'passed', sensitive: ['race'] });
    for (const { group, selectionRate } of found.groups) close(selectionRate, reference.ricci.computed_here[`pass_rate_${group}`], 4, group);
  });
});
