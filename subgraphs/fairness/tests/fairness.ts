import { createTestParts, viewer } from '@customerai/testkit';
import { startFairness } from '../src/index.ts';

export async function startTestFairness() {
  const stack = new AsyncDisposableStack();
  const parts = stack.use(await createTestParts());
  const { subgraph } = stack.use(await startFairness({}, parts));
  return { parts, subgraph, [Symbol.asyncDispose]: () => stack.disposeAsync() };
}

export const auditor = (tenant: string) => viewer(tenant, ['fairness:read', 'fairness:write']);

export const RUN = `mutation($input: FairnessAuditInput!) { runFairnessAudit(input: $input) {
  id name status rows verdict error createdAt
  groups { attribute group size selectionRate accuracy precision truePositiveRate falsePositiveRate falseNegativeRate brierScore }
  metrics { name attribute value low high worstGroup bestGroup threshold verdict }
  tests { name attribute statistic pValue adjustedPValue } } }`;

/** Rows as CSV: each entry is a line and how often it stands in the table. */
export const csvOf = (header: string, ...lines: (readonly [line: string, times: number])[]): string =>
  [header, ...lines.flatMap(([line, times]) => Array.from({ length: times }, () => line))].join('\n');
