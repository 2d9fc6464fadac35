import type { Findings, MetricResult } from './audit.ts';
import { bootstrap } from './bootstrap.ts';
import { type AttributeCounts, reportGroup } from './counts.ts';
import { definitions } from './definitions.ts';
import { testAttributes } from './chi-square.ts';
import { evaluate, overall } from './judge.ts';
import { createRandom } from './random.ts';

export interface CountedTable {
  rows: number;
  labelled: boolean;
  /** Single columns first, then their combinations. */
  attributes: AttributeCounts[];
}

/** Everything that an audit finds in a counted table. `replicates` 0: no intervals. */
export function find({ rows, labelled, attributes }: CountedTable, { replicates, seed }: { replicates: number; seed: number }): Findings {
  const random = createRandom(seed);
  const wanted = definitions.filter(({ needsLabel }) => labelled || !needsLabel);
  const metrics = attributes.flatMap((attribute) => {
    const found = wanted.flatMap((definition) => {
      const result = evaluate(definition, attribute);
      return result ? [{ definition, result }] : [];
    });
    if (replicates === 0) return found.map(({ result }) => result);
    const intervals = bootstrap(
      found.map(({ definition }) => definition),
      attribute.groups,
      replicates,
      random,
    );
    return found.map(({ result }, index): MetricResult => ({ ...result, ...intervals[index] }));
  });
  return {
    rows,
    groups: attributes.flatMap(({ attribute, groups }) => groups.map((counts) => reportGroup(attribute, counts, labelled))),
    metrics,
    tests: testAttributes(attributes, labelled),
    verdict: overall(metrics.map(({ verdict }) => verdict)),
  };
}
