import { CsvError } from 'csv-parse';
import { parse } from 'csv-parse/sync';
import { collectColumn, type Column } from './column.ts';
import { listed, TableProblem } from './table-problem.ts';

export const MAX_ROWS = 1_000_000;

/** The columns that an audit needs, by the input field that names them. */
export interface WantedColumns {
  prediction: string;
  label: string | undefined;
  sensitive: readonly string[];
}

export interface Table {
  rows: number;
  prediction: Column;
  label: Column | undefined;
  sensitive: Column[];
}

type Collector = { argument: string; position: number; add(value: string): void; finish(): Column };

/** Reads the wanted columns of a CSV (RFC 4180, comma, header first); values are trimmed, empty lines skipped. Throws `TableProblem`. */
export function readCsv(csv: string, wanted: WantedColumns): Table {
  let collectors: Collector[] | undefined;
  let rows = 0;
  const onRecord = (record: string[], { lines }: { lines: number }): null => {
    if (!collectors) {
      collectors = findColumns(record, wanted);
      return null;
    }
    if (++rows > MAX_ROWS) throw new TableProblem('csv', `The table has more than ${MAX_ROWS} rows. Audit a random sample of it.`);
    for (const { argument, position, add } of collectors) {
      const value = record[position]!;
      if (value === '' && argument !== 'sensitive')
        throw new TableProblem('csv', `Line ${lines}: column "${wanted[argument as 'prediction' | 'label']}" is empty. Fill it or drop the row.`);
      add(value);
    }
    return null; // nothing is kept of the row itself
  };
  try {
    parse(csv, { bom: true, trim: true, skip_empty_lines: true, on_record: onRecord as never });
  } catch (error) {
    throw error instanceof CsvError ? explain(error) : error;
  }
  if (!collectors) throw new TableProblem('csv', 'The table is empty. Give a header line and at least one row.');
  if (rows === 0)
    throw new TableProblem('csv', 'The table has a header and no rows. Its first line must name the columns, each further line is a row.');
  const [prediction, ...others] = collectors.map(({ finish }) => finish());
  const label = wanted.label === undefined ? undefined : others.shift();
  return { rows, prediction: prediction!, label, sensitive: others };
}

function findColumns(header: readonly string[], { prediction, label, sensitive }: WantedColumns): Collector[] {
  const find = (argument: string, name: string): Collector => {
    const position = header.indexOf(name);
    if (position < 0) throw new TableProblem(argument, `The table has no column "${name}". Its header, the first line, names ${listed(header)}.`);
    if (header.includes(name, position + 1)) throw new TableProblem(argument, `The header names the column "${name}" twice. Rename one of them.`);
    return { argument, position, ...collectColumn(name) };
  };
  return [
    find('prediction', prediction),
    ...(label === undefined ? [] : [find('label', label)]),
    ...sensitive.map((name) => find('sensitive', name)),
  ];
}

function explain(error: CsvError): Error {
  const at = 'lines' in error ? `Line ${String(error['lines'])}: ` : '';
  if (error.code === 'CSV_RECORD_INCONSISTENT_FIELDS_LENGTH' || error.code === 'CSV_RECORD_INCONSISTENT_COLUMNS') {
    const record = error['record'] as string[] | undefined;
    return new TableProblem(
      'csv',
      `${at}the row has ${record?.length ?? 'another number of'} fields, and the header does not have as many. Quote values that contain commas.`,
    );
  }
  if (error.code.includes('QUOTE'))
    return new TableProblem('csv', `${at}a quotation mark is not closed or stands inside a value. Write it twice inside a quoted value.`);
  return new TableProblem('csv', `${at}the table cannot be read as CSV (${error.code}).`);
}
