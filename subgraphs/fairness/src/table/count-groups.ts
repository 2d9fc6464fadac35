import type { AttributeCounts, GroupCounts } from '../domain/counts.ts';
import type { CountedTable } from '../domain/find.ts';
import type { Column } from './column.ts';
import type { Outcomes } from './outcomes.ts';
import type { Table } from './read-csv.ts';
import { listed, TableProblem } from './table-problem.ts';

/** More groups than this in one column are no groups but ids or measurements. */
export const MAX_GROUPS = 200;
/** Groups of all attributes together, combinations included. */
export const MAX_ALL_GROUPS = 2_000;

/** Stands for an empty value of a sensitive column: those who did not say are a group too. */
export const NOT_GIVEN = '(not given)';

const named = (value: string) => value || NOT_GIVEN;

/** Counts each group's decisions against the labels. Throws `TableProblem`. */
export function countGroups(table: Table, outcomes: { prediction: Outcomes; label?: Outcomes }, intersectional: boolean): CountedTable {
  for (const column of table.sensitive) {
    if (column.values.length > MAX_GROUPS) {
      throw new TableProblem(
        'sensitive',
        `Column "${column.name}" has ${column.values.length} values; at most ${MAX_GROUPS} can be compared. Merge them, for example into age bands.`,
      );
    }
    if (column.values.length < 2) {
      throw new TableProblem(
        'sensitive',
        `Column "${column.name}" has one value only (${listed(column.values.map(named))}): there is no other group to compare with. Leave it out.`,
      );
    }
  }
  const combinations = intersectional ? subsets(table.sensitive) : table.sensitive.map((column) => [column]);
  const attributes: AttributeCounts[] = [];
  let groups = 0;
  for (const columns of combinations) {
    const counted = countAttribute(columns, table, outcomes);
    groups += counted.groups.length;
    if (groups > MAX_ALL_GROUPS)
      throw new TableProblem(
        'sensitive',
        `The sensitive columns make more than ${MAX_ALL_GROUPS} groups together. Name fewer columns, or merge values.`,
      );
    attributes.push(counted);
  }
  return { rows: table.rows, labelled: outcomes.label !== undefined, attributes };
}

/** Every non-empty set of columns, the smaller ones first. */
function subsets(columns: readonly Column[]): Column[][] {
  const all = Array.from({ length: 2 ** columns.length - 1 }, (_, set) => columns.filter((_, bit) => (set + 1) & (1 << bit)));
  return all.sort((a, b) => a.length - b.length);
}

function countAttribute(
  columns: readonly Column[],
  { rows, prediction, label }: Table,
  outcomes: { prediction: Outcomes; label?: Outcomes },
): AttributeCounts {
  const byKey = new Map<number, GroupCounts>();
  for (let row = 0; row < rows; row += 1) {
    let key = 0;
    for (const { codes, values } of columns) key = key * values.length + codes[row]!;
    let counts = byKey.get(key);
    if (!counts) {
      const group = columns.map(({ codes, values }) => named(values[codes[row]!]!)).join(' × ');
      const squaredError = outcomes.prediction.scores && outcomes.label ? 0 : null;
      byKey.set(key, (counts = { group, truePositive: 0, falsePositive: 0, falseNegative: 0, trueNegative: 0, squaredError }));
    }
    const decision = prediction.codes[row]!;
    const selected = outcomes.prediction.favorable[decision] === 1;
    const truth = label && outcomes.label ? outcomes.label.favorable[label.codes[row]!] === 1 : selected;
    if (selected) counts[truth ? 'truePositive' : 'falsePositive'] += 1;
    else counts[truth ? 'falseNegative' : 'trueNegative'] += 1;
    if (counts.squaredError !== null) counts.squaredError += (outcomes.prediction.scores![decision]! - Number(truth)) ** 2;
  }
  const groups = [...byKey.values()].sort((a, b) => (a.group < b.group ? -1 : 1));
  return { attribute: columns.map(({ name }) => name).join(' × '), groups };
}
