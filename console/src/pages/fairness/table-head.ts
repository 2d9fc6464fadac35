/** A column, as far as the first rows tell. */
export interface Column {
  name: string;
  /** Different values in the rows that were looked at, at most `VALUES` of them. */
  values: string[];
  /** Whether there are more. */
  more: boolean;
}

/** What can be told of a table without reading all of it. */
export interface TableHead {
  columns: Column[];
  /** Rows that were looked at. */
  rows: number;
}

const LOOK_AT = 500;
const VALUES = 20;
/** Enough for the rows to look at, and little to parse on the page's own thread. */
const PREFIX = 512 * 1024;

/** Reads header and first rows. Throws an Error whose message says what is wrong with the table. */
export async function readTableHead(csv: string): Promise<TableHead> {
  const { parse } = await import('csv-parse/browser/esm/sync');
  const cut = csv.length > PREFIX;
  // The last line of a prefix may be half a line.
  const prefix = cut ? csv.slice(0, csv.lastIndexOf('\n', PREFIX) + 1) : csv;
  const lines = parse(prefix, {
    bom: true,
    trim: true,
    skipEmptyLines: true,
    relaxColumnCount: true,
    relaxQuotes: cut,
    to: LOOK_AT + 1,
  }) as string[][];
  const [header, ...rows] = lines;
  if (!header || header.length < 2) throw new Error('columns');
  if (rows.length === 0) throw new Error('rows');
  const columns = header.map((name, index) => {
    const values = [...new Set(rows.map((row) => row[index] ?? ''))];
    return { name, values: values.slice(0, VALUES), more: values.length > VALUES };
  });
  return { columns, rows: rows.length };
}

/** A first choice of columns: what is usually called so, and else what looks like it. Everything can be changed. */
export interface Guess {
  prediction: string | null;
  label: string | null;
  sensitive: string[];
}

const PREDICTIONS = [/^(prediction|predicted|pred|y_?pred|decision|decided|outcome|approved|selected|hired)/i, /score/i];
const TRUTHS = /^(label|actual|truth|y_?true|y$|target|repaid|correct|qualified)/i;
const SENSITIVE = /(gender|sex|race|ethnic|age|religion|disab|nationality|region|language|group|channel)/i;

/** Guesses which column is which, by their names. */
export function guessColumns(columns: readonly Column[]): Guess {
  const few = (column: Column) => column.values.length >= 2 && !column.more;
  const prediction = PREDICTIONS.map((like) => columns.find(({ name }) => like.test(name))?.name).find((name) => name !== undefined) ?? null;
  const label = columns.find(({ name }) => name !== prediction && TRUTHS.test(name))?.name ?? null;
  const sensitive = columns
    .filter((column) => column.name !== prediction && column.name !== label && few(column) && SENSITIVE.test(column.name))
    .map(({ name }) => name);
  return { prediction, label, sensitive: sensitive.slice(0, 6) };
}
