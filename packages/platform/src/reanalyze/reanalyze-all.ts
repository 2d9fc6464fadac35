import { documents } from '@customerai/sdk';
import { ServiceError } from '@customerai/service';
import { setTimeout as delay } from 'node:timers/promises';
import type { OperatorClient } from '../client.ts';

const PAGE = 50; // some seconds of a busy model: Ctrl-C never waits long
const WAITS_SECONDS = [1, 2, 5, 10, 30]; // a full queue or a service that starts anew

interface Page {
  model: { name: string; version: string };
  reanalyzed: number;
  failed: { interaction: { id: string }; error: string }[];
  cursor: string | null;
  done: boolean;
  remaining?: number;
}

export interface Reanalysed {
  reanalyzed: number;
  failed: number;
}

export interface ReanalysisWatcher {
  /** Ends the run after the page that is under way. */
  signal?: AbortSignal;
  /** Before anything counts; what it throws ends the run. */
  onStart?(facts: { model: Page['model']; total: number }): void;
  onPage?(soFar: Reanalysed): void;
  onFailure?(failure: { id: string; error: string }): void;
  onWait?(reason: string, seconds: number): void;
  /** For tests. */
  wait?(seconds: number): Promise<unknown>;
}

/**
 * Asks for page after page until nothing is left. Where the run stands is in the store: what has an analysis of that version is no longer asked for. A model or
 * service that is busy is waited for; other errors end the run. Throws `ServiceError`s.
 */
export async function reanalyzeAll(
  client: Pick<OperatorClient, 'request'>,
  version: string,
  { signal, onStart, onPage, onFailure, onWait, wait = (seconds) => delay(seconds * 1000) }: ReanalysisWatcher = {},
): Promise<Reanalysed> {
  const result: Reanalysed = { reanalyzed: 0, failed: 0 };

  async function ask(after: string | null): Promise<Page> {
    for (let attempt = 0; ; attempt++) {
      try {
        const variables = { version, first: PAGE, after, countsRemaining: after === null };
        return (await client.request<{ reanalyzeInteractions: Page }>(documents.reanalyzeInteractions.text, variables)).reanalyzeInteractions;
      } catch (error) {
        const seconds = WAITS_SECONDS[attempt];
        const passing = error instanceof ServiceError && (error.code === 'RATE_LIMITED' || error.code === 'SERVICE_UNAVAILABLE');
        if (!passing || seconds === undefined || signal?.aborted) throw error;
        onWait?.(error.message, seconds);
        await wait(seconds);
      }
    }
  }

  let after: string | null = null;
  do {
    const page: Page = await ask(after);
    if (after === null) onStart?.({ model: page.model, total: page.remaining! + page.reanalyzed });
    result.reanalyzed += page.reanalyzed;
    result.failed += page.failed.length;
    for (const { interaction, error } of page.failed) onFailure?.({ id: interaction.id, error });
    onPage?.(result);
    if (page.done) break;
    after = page.cursor;
  } while (!signal?.aborted);
  return result;
}
