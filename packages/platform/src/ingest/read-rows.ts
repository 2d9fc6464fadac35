import { ConfigError } from '@customerai/service/basics';
import { parse as parseCsv } from 'csv-parse';
import { createReadStream, statSync } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';

/** One line of the file: its fields, or why it cannot be read. `line` is 1-based, as an editor counts. */
export type Row = { line: number; fields: Record<string, unknown> } | { line: number; error: string };

export type Format = 'jsonl' | 'csv';

const MAX_LINE = 2 * 1024 * 1024;

export function formatOf(file: string): Format {
  const name = file.toLowerCase().replace(/\.gz$/, '');
  if (/\.(jsonl|ndjson)$/.test(name)) return 'jsonl';
  if (name.endsWith('.csv')) return 'csv';
  throw new ConfigError(`${file}: the name must end in .jsonl, .ndjson or .csv (with or without .gz), so that the format is known.`);
}

/** Opens the file, unpacked; `onBytes` hears how many bytes of the file itself have been read. */
function open(file: string, onBytes: (bytes: number) => void): Readable {
  try {
    if (!statSync(file).isFile()) throw new ConfigError(`${file} is not a file.`);
  } catch (error) {
    if (error instanceof ConfigError) throw error;
    throw new ConfigError(`${file} cannot be read (${(error as NodeJS.ErrnoException).code}). Check the path.`, { cause: error });
  }
  const raw = createReadStream(file);
  raw.on('data', (chunk) => onBytes(chunk.length));
  if (!file.toLowerCase().endsWith('.gz')) return raw;
  const gunzip = createGunzip();
  raw.on('error', (error) => gunzip.destroy(error));
  return raw.pipe(gunzip);
}

/** The rows of a file, one after the other, whatever its size. Throws `ConfigError` for what spoils the whole file (no text column, not gzip). */
export async function* readRows(file: string, onBytes: (bytes: number) => void = () => {}): AsyncGenerator<Row> {
  const format = formatOf(file);
  const source = open(file, onBytes);
  try {
    yield* format === 'csv' ? readCsv(file, source) : readJsonLines(source);
  } catch (error) {
    if (!file.toLowerCase().endsWith('.gz') || error instanceof ConfigError) throw error;
    throw new ConfigError(`${file} is not whole gzip data (${(error as Error).message}). Fetch or pack it again.`, { cause: error });
  }
}

async function* readJsonLines(source: Readable): AsyncGenerator<Row> {
  let line = 0;
  // latin1 keeps every byte, so that a line which is not UTF-8 is told apart instead of silently patched.
  for await (const bytes of createInterface({ input: source.setEncoding('latin1'), crlfDelay: Infinity })) {
    line++;
    if (bytes.trim() === '') continue;
    yield parseJsonLine(line, bytes);
  }
}

function parseJsonLine(line: number, latin1: string): Row {
  if (latin1.length > MAX_LINE) return { line, error: `the line is ${latin1.length} bytes long; at most ${MAX_LINE} are read` };
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(latin1, 'latin1'));
  } catch {
    return { line, error: 'the line is not valid UTF-8; save the file as UTF-8' };
  }
  try {
    const fields: unknown = JSON.parse(text);
    if (typeof fields === 'object' && fields !== null && !Array.isArray(fields)) return { line, fields: fields as Record<string, unknown> };
    return { line, error: 'the line is JSON but not an object like {"text": "..."}' };
  } catch {
    return { line, error: 'the line is not valid JSON' };
  }
}

async function* readCsv(file: string, source: Readable): AsyncGenerator<Row> {
  const skipped: Row[] = [];
  const parser = source.pipe(
    parseCsv({
      columns: (header: string[]) => {
        const names = header.map((name) => name.trim());
        if (!names.includes('text')) {
          throw new ConfigError(
            `${file} has no column "text". Its columns are: ${names.join(', ')}. Rename the one with the customers' words to "text".`,
          );
        }
        return names;
      },
      info: true,
      bom: true,
      skip_empty_lines: true,
      skip_records_with_error: true,
      max_record_size: MAX_LINE,
      relax_column_count: false,
      on_skip: (error) =>
        void skipped.push({
          line: Number((error as { lines?: number } | undefined)?.lines ?? 0),
          error: csvFault((error as Error | undefined)?.message),
        }),
    }),
  );
  source.on('error', (error) => parser.destroy(error));
  for await (const { record, info } of parser as AsyncIterable<{ record: Record<string, string>; info: { lines: number } }>) {
    // The parser runs ahead of us: what it skipped further on waits for its place.
    while (skipped[0] && skipped[0].line < info.lines) yield skipped.shift()!;
    const fields = Object.fromEntries(Object.entries(record).filter(([, value]) => value !== ''));
    const broken = Object.values(record).some((value) => value.includes('\uFFFD'));
    yield broken ? { line: info.lines, error: 'the line is not valid UTF-8; save the file as UTF-8' } : { line: info.lines, fields };
  }
  yield* skipped;
}

const csvFault = (message = '') => `the row cannot be read: ${message.replace(/ on line \d+/, '').slice(0, 120)}`;
