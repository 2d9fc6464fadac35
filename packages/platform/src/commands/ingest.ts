import { documents } from '@customerai/sdk';
import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { openOperatorClient, type OperatorClient } from '../client.ts';
import { parseConfig } from '../config.ts';
import { digestOf, openProgress } from '../ingest/progress-file.ts';
import { formatOf, readRows } from '../ingest/read-rows.ts';
import { type InteractionInput, toInput } from '../ingest/to-input.ts';
import { showProgress } from './show-progress.ts';

const BATCH = 250;
const SHOWN_FAULTS = 20;
const QUIET_MS = 30_000;

const EVER = { from: '1990-01-01T00:00:00Z', to: '2100-01-01T00:00:00Z' };

/**
 * Reads a file of customer messages into the running platform. Goes on where an earlier run stopped; a bad line is reported with its number and
 * passed over. Resolves with the exit code: 0, also when lines were refused; 1 when none was accepted.
 */
export async function ingest(file: string, { channel, restart = false }: { channel: string; restart?: boolean }): Promise<number> {
  const { dataDir } = parseConfig(process.env);
  formatOf(file);
  await using client = await openOperatorClient(dataDir);
  const { size } = statSync(file, { throwIfNoEntry: false }) ?? { size: 0 };
  const fileId = size > 0 ? await digestOf(file) : 'empty';
  const store = openProgress(resolve(dataDir), fileId);
  const progress = restart ? { line: 0, accepted: 0, refused: 0 } : await store.read();
  if (progress.line > 0) print(`Going on after line ${progress.line} (${progress.accepted} accepted earlier; --restart begins anew).`);

  const counted = await countInteractions(client);
  const begin = performance.now();
  const before = { ...progress };
  const bar = showProgress(size, { doing: 'reading', done: 'read' });
  let batch: { line: number; input: InteractionInput }[] = [];
  let bytes = 0;

  const fault = (line: number, error: string) => {
    progress.refused++;
    const shown = progress.refused - before.refused;
    if (shown <= SHOWN_FAULTS) bar.say(`line ${line}: ${error}`);
    if (shown === SHOWN_FAULTS) bar.say('(further bad lines are only counted)');
  };
  const flush = async (upTo: number) => {
    if (batch.length > 0) {
      const { submitInteractions } = await client.request<{ submitInteractions: { error: string | null }[] }>(documents.submitInteractions.text, {
        inputs: batch.map(({ input }) => input),
      });
      submitInteractions.forEach(({ error }, index) => (error === null ? progress.accepted++ : fault(batch[index]!.line, error)));
    }
    batch = [];
    progress.line = upTo;
    await store.write(progress);
    bar.update(bytes, `${progress.accepted - before.accepted} accepted, ${progress.refused - before.refused} refused`);
  };

  let last = progress.line;
  for await (const row of readRows(file, (read) => (bytes += read))) {
    if (row.line <= before.line) continue;
    last = row.line;
    const input = 'error' in row ? row : toInput(row.fields, { line: row.line, fileId, channel });
    if ('error' in input) fault(row.line, input.error);
    else batch.push({ line: row.line, input });
    if (batch.length >= BATCH) await flush(row.line);
  }
  await flush(last);
  bar.end();

  const accepted = progress.accepted - before.accepted;
  const seconds = (performance.now() - begin) / 1000;
  print(
    `${accepted} accepted, ${progress.refused - before.refused} refused, in ${seconds.toFixed(1)} s (${Math.round(accepted / Math.max(seconds, 0.001))} a second).`,
  );
  if (accepted === 0) {
    print(last === before.line && before.line > 0 ? 'The file was read to its end before; nothing new in it.' : 'Nothing was accepted.');
    return last === before.line && before.line > 0 ? 0 : 1;
  }
  await reportArrival(client, counted, accepted);
  return 0;
}

/** Waits until the warehouse has counted what was accepted; a message that was stored before counts once. */
async function reportArrival(client: OperatorClient, before: number, accepted: number): Promise<void> {
  let now = before;
  let lastNews = Date.now();
  while (now < before + accepted && Date.now() - lastNews < QUIET_MS / (now === before ? 6 : 1)) {
    await new Promise((resolve) => setTimeout(resolve, 250));
    const count = await countInteractions(client);
    if (count !== now) lastNews = Date.now();
    now = count;
  }
  print(`kpis: ${now} interactions in all, ${now - before} of them new.`);
  if (now < before + accepted) print(`${before + accepted - now} were stored before (same externalId and channel), or are still on their way.`);
}

async function countInteractions(client: OperatorClient): Promise<number> {
  const { kpis } = await client.request<{ kpis: { interactions: number } }>(documents.kpis.text, { range: EVER });
  return kpis.interactions;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
