// Recall on the structured types of a labelled set: node bench/structured-recall.ts [--misses] FILE.jsonl.gz ...
// Lines are {"text", "spans": [{"start", "end", "label"}]}. A span counts as found when one finding of the type covers it.
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { detect } from '../src/domain/detect.ts';

interface Row {
  text: string;
  spans: { start: number; end: number; label: string }[];
}

const wanted = new Map([
  ['CREDIT_CARD', ['CREDIT_CARD']],
  ['EMAIL_ADDRESS', ['EMAIL_ADDRESS']],
  ['IBAN_CODE', ['IBAN_CODE']],
  ['US_SSN', ['US_SSN', 'US_ITIN']],
  ['IP_ADDRESS', ['IP_ADDRESS']],
  ['DOMAIN_NAME', ['URL']],
  ['URL', ['URL']],
  ['PHONE_NUMBER', ['PHONE_NUMBER']],
]);
const structured = new Set([...wanted.values()].flat());

const showMisses = process.argv.includes('--misses');

for (const file of process.argv.slice(2).filter((argument) => !argument.startsWith('--'))) {
  const rows = gunzipSync(readFileSync(file))
    .toString('utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Row);
  const counts = new Map<string, { spans: number; found: number; extra: number }>();
  const count = (label: string) => {
    const entry = counts.get(label) ?? { spans: 0, found: 0, extra: 0 };
    counts.set(label, entry);
    return entry;
  };
  for (const { text, spans } of rows) {
    const findings = detect(text, { language: 'en', names: [], minScore: 0.5 });
    for (const { start, end, label } of spans) {
      const types = wanted.get(label);
      if (!types) continue;
      const hit = findings.some((finding) => types.includes(finding.type) && finding.start <= start && finding.end >= end);
      count(label).spans += 1;
      if (hit) count(label).found += 1;
      else if (showMisses) process.stdout.write(`miss  ${label}  ${text.slice(Math.max(0, start - 30), end + 10)}\n`);
    }
    for (const finding of findings.filter(({ type }) => structured.has(type))) {
      if (!spans.some(({ start, end }) => start < finding.end && end > finding.start)) {
        count(finding.type).extra += 1;
        if (showMisses) process.stdout.write(`extra ${finding.type}  ${finding.text}\n`);
      }
    }
  }
  process.stdout.write(`\n${file}: ${rows.length} texts\n`);
  for (const [label, { spans, found, extra }] of counts) {
    const recall = spans ? (found / spans).toFixed(3) : '-';
    process.stdout.write(
      `  ${label.padEnd(16)} spans ${String(spans).padStart(4)}  found ${String(found).padStart(4)}  recall ${recall}  found elsewhere ${extra}\n`,
    );
  }
}
