import type { BusLog, ConsumerOptions } from '../bus.ts';
import { createKeyedRunner } from '../delivery/keyed-runner.ts';
import { decodeEvent, orderKey } from '../encode-event.ts';
import type { Committer } from './committer.ts';
import type { EventLog } from './event-log.ts';
import type { Positions } from './positions.ts';

/** Events looked at before the event loop gets its turn. */
const CHUNK = 256;
/** With so many keys that could run there is work enough; keys that wait for a retry do not count, so they never stop intake. */
const RUNNABLE = 512;

export interface EmbeddedConsumer {
  readonly name: string;
  status(): { name: string; pending: number; deadLetters: number };
  /** Resolves when every event up to the sequence is finished, or when the consumer is stopped. */
  reached(sequence: number): Promise<void>;
  stop(): Promise<void>;
}

export function startConsumer(
  options: ConsumerOptions,
  { log, committer, positions, report }: { log: EventLog; committer: Committer; positions: Positions; report: BusLog },
): EmbeddedConsumer {
  const { name } = options;
  const types = new Set(options.types);
  const position = positions.load(name);
  const { progress, tries } = position;
  const waiting = new Map<() => void, number>();
  let taken = progress.floor;
  let stopped = false;
  let again: NodeJS.Immediate | undefined;

  const save = {
    run: () => positions.save(name, position),
    // What could not be stored is stored with the next change; until then a restart delivers more than it must.
    failed: (error: Error) => report.error({ consumer: name, error: error.message }, 'position of the consumer could not be stored'),
  };
  // A new consumer is known from now on: retention keeps what it has not seen.
  committer.lazily(save);

  const runner = createKeyedRunner(
    options,
    {
      load: (sequence) => decodeEvent(log.get(sequence).body),
      triesBefore: (sequence) => tries.get(sequence) ?? 0,
      retrying(sequence, count) {
        tries.set(sequence, count);
        committer.lazily({ run: () => positions.saveTries(name, sequence, count) });
      },
      finished(sequence, deadLetter) {
        if (deadLetter) position.deadLetters += 1;
        if (tries.delete(sequence)) committer.lazily({ run: () => positions.clearTries(name, sequence) });
        advance(sequence, sequence);
        intake();
      },
    },
    report,
  );

  function advance(first: number, last: number): void {
    progress.finish(first, last);
    committer.lazily(save);
    for (const [resolve, sequence] of waiting) {
      if (progress.floor < sequence) continue;
      waiting.delete(resolve);
      resolve();
    }
  }

  function intake(): void {
    if (stopped || again || taken >= log.lastSequence || runner.runnable >= RUNNABLE) return;
    const events = log.read(taken, CHUNK);
    // Retention may have dropped events between: they count as finished, as do those of other types.
    let skipped = taken + 1;
    for (const event of events) {
      if (!types.has(event.type) || progress.has(event.sequence)) continue;
      if (skipped < event.sequence) advance(skipped, event.sequence - 1);
      skipped = event.sequence + 1;
      runner.add(orderKey(event), event.sequence);
    }
    taken = events.at(-1)?.sequence ?? log.lastSequence;
    if (skipped <= taken) advance(skipped, taken);
    if (taken < log.lastSequence) {
      again = setImmediate(() => {
        again = undefined;
        intake();
      });
    }
  }

  const unsubscribe = log.onAppend(intake);
  intake();

  return {
    name,
    status: () => ({ name, pending: runner.size + log.count(taken, options.types), deadLetters: position.deadLetters }),
    reached(sequence) {
      const { promise, resolve } = Promise.withResolvers<void>();
      if (stopped || progress.floor >= sequence) resolve();
      else waiting.set(resolve, sequence);
      return promise;
    },
    async stop() {
      if (stopped) return;
      stopped = true;
      unsubscribe();
      clearImmediate(again);
      await runner.drain();
      committer.flush();
      for (const resolve of waiting.keys()) resolve();
      waiting.clear();
    },
  };
}
