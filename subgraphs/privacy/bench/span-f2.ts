// Precision, recall and F2 of spans on a labelled set, patterns and model together: node subgraphs/privacy/bench/span-f2.ts [--misses] FILE.jsonl.gz ...
// Lines are {"text", "spans": [{"start", "end", "label"}]}. Asked through the platform's own door, by the live model of MODELS_DIR. As presidio-research's span evaluator has it,
// letters and digits count, words that say nothing (of, the, Mr) do not, neighbours of one type with nothing else between them are one, and a span is right when one
// of its type shares at least 0.9 of what both have together; `exact`: all of it.
import { startTestPlatform } from '@customerai/testkit/platform';
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

interface Span {
  start: number;
  end: number;
  label: string;
}

// Their names and ours for one thing. Presidio's two files call an address and a place by two names each.
const sameAs: Record<string, string> = {
  STREET_ADDRESS: 'ADDRESS',
  ZIP_CODE: 'ADDRESS',
  GPE: 'LOCATION',
  DOMAIN_NAME: 'URL',
  US_SSN: 'NATIONAL_ID',
  US_ITIN: 'NATIONAL_ID',
  IBAN_CODE: 'BANK_ACCOUNT',
  US_DRIVER_LICENSE: 'ID_NUMBER',
  DATE_OF_BIRTH: 'DATE_TIME',
};
const idle = new Set('a an the of in at on to and or is s mr mrs ms dr'.split(' '));
const AT_ONCE = 8;
const RENEWED = 200;
const OVERLAP = 0.9;
/** Whatever its type: Presidio's published figures count so. */
const ANY = 'any type';
const showMisses = process.argv.includes('--misses');
const files = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));

const models = process.env['MODELS_DIR'];
await using platform = await startTestPlatform(models ? { MODELS_DIR: models } : {});
let client = await platform.newTenant();
const { piiEntityTypes } = await client.queryOk('{ piiEntityTypes { type } }');
const everything = piiEntityTypes.map(({ type }: { type: string }) => type);
const DETECT =
  'query($text: String!, $entities: [String!]) { detectPii(text: $text, language: "en", entities: $entities) { entities { type start end } } }';

for (const file of files) await measure(file);

async function measure(file: string): Promise<void> {
  const rows = gunzipSync(readFileSync(file))
    .toString('utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { text: string; spans: Span[] });
  const known = new Set(rows.flatMap(({ spans }) => spans.map(({ label }) => nameOf(label))));
  const counts = new Map<string, { truth: number; found: number; right: number; exact: number }>();
  const countOf = (label: string) => counts.get(label) ?? counts.set(label, { truth: 0, found: 0, right: 0, exact: 0 }).get(label)!;

  for (let at = 0; at < rows.length; at += AT_ONCE) {
    if (at % RENEWED === 0) client = await platform.newTenant(); // a token lives for some minutes
    await Promise.all(
      rows.slice(at, at + AT_ONCE).map(async ({ text, spans }) => {
        const { detectPii } = await client.queryOk(DETECT, { text, entities: everything });
        const told = detectPii.entities.map(({ type, ...place }: { type: string; start: number; end: number }) => ({ ...place, label: type }));
        // What the set has no label for cannot be held against us, nor for us.
        const found = joined(text, told).filter(({ label }) => known.has(label));
        const truth = joined(text, spans);
        for (const span of found) countOf(span.label).found++;
        countOf(ANY).found += found.length;
        for (const span of truth) {
          const close = found.filter((other) => overlap(other, span) >= OVERLAP);
          const hit = close.find(({ label }) => label === span.label);
          for (const [name, best] of [
            [span.label, hit],
            [ANY, hit ?? close[0]],
          ] as const) {
            const count = countOf(name);
            count.truth++;
            if (best) count.right++;
            if (best && overlap(best, span) === 1) count.exact++;
          }
          if (!hit && showMisses) printMiss(text, span, found);
        }
      }),
    );
  }
  print(`\n${file}: ${rows.length} texts`);
  const row = (label: string, { truth, found, right, exact }: { truth: number; found: number; right: number; exact: number }) => {
    const [precision, recall] = [right / found, right / truth];
    const f2 = (5 * precision * recall) / (4 * precision + recall);
    const cells = [precision, recall, f2, exact / truth].map((value) => (Number.isNaN(value) ? '-' : value.toFixed(3)).padStart(9));
    print(`  ${label.padEnd(16)} ${String(truth).padStart(6)} ${String(found).padStart(6)} ${cells.join(' ')}`);
  };
  print(`  ${'type'.padEnd(16)}  spans  found precision    recall        F2     exact`);
  for (const [label, count] of [...counts].toSorted(([, a], [, b]) => b.truth - a.truth)) row(label, count);
}

function printMiss(text: string, span: Found, found: readonly Found[]): void {
  const quote = (start: number, end: number) => JSON.stringify(text.slice(Math.max(0, start), end));
  const instead = found.filter((other) => overlap(other, span) > 0).map(({ start, end, label }) => `${label} ${quote(start, end)}`);
  print(
    `miss  ${span.label} ${quote(span.start, span.end)}  instead ${instead.join(', ') || 'nothing'}  in ${quote(span.start - 40, span.end + 30)}`,
  );
}

function nameOf(label: string): string {
  return sameAs[label] ?? label;
}

interface Found extends Span {
  /** Where its letters and digits stand, without those of words that say nothing. */
  core: ReadonlySet<number>;
}

function joined(text: string, spans: readonly Span[]): Found[] {
  const all: Span[] = [];
  for (const span of spans.map((one) => ({ ...one, label: nameOf(one.label) })).toSorted((a, b) => a.start - b.start)) {
    const last = all.at(-1);
    if (last?.label === span.label && coreOf(text, last.end, span.start).size === 0) last.end = Math.max(last.end, span.end);
    else all.push(span);
  }
  return all.map((span) => ({ ...span, core: coreOf(text, span.start, span.end) })).filter(({ core }) => core.size > 0);
}

function coreOf(text: string, start: number, end: number): Set<number> {
  const places = new Set<number>();
  for (const { 0: word, index } of text.slice(start, end).matchAll(/[\p{L}\p{N}]+/gu)) {
    if (!idle.has(word.toLowerCase())) for (let at = 0; at < word.length; at++) places.add(start + index + at);
  }
  return places;
}

function overlap({ core: a }: Found, { core: b }: Found): number {
  const common = [...a].filter((place) => b.has(place)).length;
  return common / (a.size + b.size - common);
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
