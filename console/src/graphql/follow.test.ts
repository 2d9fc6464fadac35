import { CombinedGraphQLErrors } from '@apollo/client';
import assert from 'node:assert/strict';
import { beforeEach, describe, mock, test } from 'node:test';
import { follow, type Told } from './follow.ts';

interface Observer {
  next(result: object): void;
  error(error: unknown): void;
  complete(): void;
}

describe('following a subscription', () => {
  /** What was subscribed to, with the cursor that it began at; the object itself is kept, as the socket's client keeps it. */
  let begun: { extensions: { cursor: string | null }; from: string | null; observer: Observer }[];
  let heard: string[];
  let stop: () => void;
  const last = () => begun.at(-1)!;
  const refusal = () => new CombinedGraphQLErrors({ errors: [{ message: 'no' }] } as never);

  beforeEach(() => {
    mock.timers.reset();
    mock.timers.enable({ apis: ['setTimeout'] });
    begun = [];
    heard = [];
    const client = {
      // As Apollo Client does it: what is said beside the data comes by the context, and a message without data or fault goes no further.
      subscribe: ({ extensions, context }: { extensions: { cursor: string | null }; context: { onExtensions(told: Told): void } }) => ({
        subscribe: ({ next, ...rest }: Observer) => {
          const passed = (result: { data?: unknown; error?: unknown; extensions?: Told }) => {
            if (result.extensions) context.onExtensions(result.extensions);
            if (result.data || result.error) next(result);
          };
          begun.push({ extensions, from: extensions.cursor, observer: { ...rest, next: passed } });
          return { unsubscribe: () => heard.push('unsubscribed') };
        },
      }),
    };
    stop = follow<{ item: string }>(client as never, {} as never, {
      next: ({ item }) => heard.push(item),
      renew: () => heard.push('renew'),
      refused: () => heard.push('refused'),
    });
  });

  test('asks to be told when the stream is in place, and passes on what comes', () => {
    assert.equal(last().from, null);
    last().observer.next({ data: null, extensions: { cursor: 'c0', ready: true } });
    last().observer.next({ data: { item: 'a' }, extensions: { cursor: 'c1' } });
    assert.deepEqual(heard, ['renew', 'a']);
  });

  test('the operation that the socket sends again holds the latest cursor', () => {
    last().observer.next({ data: { item: 'a' }, extensions: { cursor: 'c1' } });
    last().observer.next({ data: { item: 'b' }, extensions: { cursor: 'c2' } });
    assert.deepEqual(JSON.parse(JSON.stringify(last().extensions)), { cursor: 'c2' });
  });

  test('a stream that ends, or whose other side fails, is begun anew after the last message', () => {
    last().observer.next({ data: { item: 'a' }, extensions: { cursor: 'c1' } });
    last().observer.complete();
    mock.timers.tick(2_000);
    last().observer.error(new Error('the socket closed'));
    mock.timers.tick(2_000);
    assert.deepEqual(
      begun.map(({ from }) => from),
      [null, 'c1', 'c1'],
    );
  });

  test('events that are gone, and one that could not be shown in full, ask for the present state; the stream goes on', () => {
    last().observer.next({ data: null, extensions: { cursor: 'c5', resync: true } });
    last().observer.next({ data: undefined, error: refusal(), extensions: { cursor: 'c6' } });
    last().observer.next({ data: { item: 'a' }, extensions: { cursor: 'c7' } });
    assert.deepEqual(heard, ['renew', 'renew', 'a']);
    assert.equal(begun.length, 1);
  });

  test('a refusal ends it; so does whoever followed', () => {
    last().observer.next({ data: undefined, error: refusal() });
    last().observer.complete();
    mock.timers.tick(10_000);
    assert.deepEqual([heard, begun.length], [['refused'], 1]);
    stop();
    assert.deepEqual(heard, ['refused', 'unsubscribed']);
  });
});
