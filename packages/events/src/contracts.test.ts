import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { describe, it } from 'node:test';
import { z } from 'zod';
import { contractFields } from './contract-fields.ts';
import { eventContracts } from './contracts/index.ts';
import { defineEvent } from './define-event.ts';
import { renderEventDocs } from './render-docs.ts';

/** Words that say a field holds what a person wrote, or who a person is. Compared with the words of a field's name. */
const PERSONAL = new Set(
  'text body content message subject title comment note quote transcript snippet summary draft reply name firstname lastname surname email mail phone address street city birthday ip avatar'.split(
    ' ',
  ),
);
/** Names of things, not of persons. */
const HARMLESS = new Set(['model.name', 'previousModel.name']);

function personalFields(contract: Parameters<typeof contractFields>[0]): string[] {
  return contractFields(contract)
    .map(({ path }) => path)
    .filter((path) => !HARMLESS.has(path))
    .filter((path) => {
      const words = path
        .split('.')
        .at(-1)!
        .replaceAll('[]', '')
        .split(/(?=[A-Z])|[_-]/)
        .map((word) => word.toLowerCase());
      // `messageId` is a key and `textLength` a fact; the word counts where it says what the value is.
      return PERSONAL.has(words.at(-1)!) || PERSONAL.has(words.join(''));
    });
}

describe('event contracts', () => {
  it('carry keys and facts, never text or names', () => {
    for (const contract of eventContracts) assert.deepEqual(personalFields(contract), [], contract.type);
  });

  it('would be caught if they did', () => {
    const leaky = defineEvent({
      type: 'leaky',
      version: 1,
      description: '',
      schema: z.object({ body: z.string(), customers: z.array(z.object({ customerEmail: z.string(), textId: z.string() })), first_name: z.string() }),
    });
    assert.deepEqual(personalFields(leaky as never), ['body', 'customers[].customerEmail', 'first_name']);
  });

  it('are all in the list, each type once', async () => {
    const types = eventContracts.map(({ type }) => type);
    assert.equal(new Set(types).size, types.length);
    const directory = new URL('contracts/', import.meta.url);
    for (const file of await readdir(directory)) {
      for (const value of Object.values(await import(new URL(file, directory).href)) as { type?: string; create?: unknown }[]) {
        if (value?.create) assert.ok(types.includes(value.type!), `${value.type} of ${file} is missing in eventContracts`);
      }
    }
  });

  it('have a reference that is up to date', async () => {
    const stored = await readFile(new URL('../../../docs/events.md', import.meta.url), 'utf8');
    assert.equal(stored, renderEventDocs(eventContracts), 'stale: run "node packages/events/src/print-docs.ts > docs/events.md"');
  });
});
