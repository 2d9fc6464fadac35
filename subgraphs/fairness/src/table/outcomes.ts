import type { Column } from './column.ts';
import { listed, TableProblem } from './table-problem.ts';

/** Words that mean the favourable outcome when the caller names none. Compared without case. */
export const FAVORABLE = [
  '1',
  'true',
  'yes',
  'y',
  't',
  'approve',
  'approved',
  'accept',
  'accepted',
  'pass',
  'passed',
  'positive',
  'selected',
  'hired',
  'granted',
];
const UNFAVORABLE = ['0', 'false', 'no', 'n', 'f', 'deny', 'denied', 'reject', 'rejected', 'fail', 'failed', 'negative', 'declined'];

export interface Outcomes {
  /** By code of the column: 1 is the favourable outcome. */
  favorable: Uint8Array;
  /** By code of the column; absent unless the column holds scores. */
  scores?: Float64Array;
}

const numberOf = (value: string) => (/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(value) ? Number(value) : Number.NaN);

/** Without case, and a number in its shortest form: tools that make tables write 1 as 1.0. */
const wordOf = (value: string) => (Number.isNaN(numberOf(value)) ? value.toLowerCase() : String(numberOf(value)));

/** Words are the same letter by letter, numbers when they are equal. */
const same = (value: string, favorable: string) => value === favorable || numberOf(value) === numberOf(favorable);

/**
 * Decisions, or scores: numbers between 0 and 1 of which at least one is neither. A score of `threshold` or more selects. Of words and of bare
 * zeros and ones, `favorable` selects, or the word that usually means it. Throws `TableProblem`.
 */
export function readPrediction(column: Column, { favorable, threshold }: { favorable: string | undefined; threshold: number }): Outcomes {
  const numbers = Float64Array.from(column.values, numberOf);
  if (numbers.every((value) => value >= 0 && value <= 1) && numbers.some((value) => value > 0 && value < 1)) {
    return { scores: numbers, favorable: Uint8Array.from(numbers, (score) => Number(score >= threshold)) };
  }
  if (favorable === undefined && column.values.length > 2 && numbers.every((value) => !Number.isNaN(value))) {
    throw new TableProblem(
      'prediction',
      `Column "${column.name}" holds numbers beyond 0 to 1 (${listed(column.values)}). Give scores between 0 and 1, or name the favourable value in \`favorable\`.`,
    );
  }
  return readWords(column, favorable, 'prediction');
}

/** Two values at most; the favourable one is `favorable`, or the word that usually means it. Throws `TableProblem`. */
export function readLabel(column: Column, favorable: string | undefined): Outcomes {
  if (column.values.length > 2) {
    throw new TableProblem(
      'label',
      `Column "${column.name}" has ${column.values.length} values (${listed(column.values)}); a label has two. Merge them into two first.`,
    );
  }
  return readWords(column, favorable, 'label');
}

function readWords({ name, values }: Column, favorable: string | undefined, argument: 'prediction' | 'label'): Outcomes {
  const select = (wanted: (value: string) => boolean): Outcomes => ({ favorable: Uint8Array.from(values, (value) => Number(wanted(value))) });
  const found = `Column "${name}" has the value${values.length === 1 ? '' : 's'} ${listed(values)}`;
  if (favorable !== undefined) {
    const other = values.length === 1 && argument === 'label' && UNFAVORABLE.includes(wordOf(values[0]!)); // everybody may have the other label
    if (!values.some((value) => same(value, favorable)) && !other) {
      throw new TableProblem(
        'favorable',
        `${found}, and none is ${JSON.stringify(favorable)}. Name one of them; prediction and label must use the same word for it.`,
      );
    }
    return select((value) => same(value, favorable));
  }
  const good = values.filter((value) => FAVORABLE.includes(wordOf(value)));
  const rest = values.filter((value) => UNFAVORABLE.includes(wordOf(value)));
  const clear = values.length <= 2 && (good.length === 1 || (good.length === 0 && values.length === 1 && rest.length === 1));
  if (!clear) throw new TableProblem('favorable', `${found}. Say in \`favorable\` which of them is the favourable outcome.`);
  return select((value) => good.includes(value));
}
