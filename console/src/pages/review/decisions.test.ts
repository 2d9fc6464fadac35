import assert from 'node:assert/strict';
import { beforeEach, describe, mock, test } from 'node:test';
import { createDecisions, type Decisions, type Pending } from './decisions.ts';
import type { Row } from './queue-state.ts';

const row = (id: string) => ({ id }) as Row;
const WINDOW = 10_000;

describe('decisions that can be taken back', () => {
  let sent: string[];
  let refused: string[];
  let answer: (pending: Pending) => Promise<void>;
  let decisions: Decisions;
  const settle = () => new Promise<void>((resolve) => setImmediate(resolve));

  beforeEach((context) => {
    mock.timers.reset();
    mock.timers.enable({ apis: ['setTimeout'] });
    void context;
    sent = [];
    refused = [];
    answer = async () => {};
    decisions = createDecisions(WINDOW, {
      send: async (pending) => {
        sent.push(pending.row.id);
        await answer(pending);
      },
      toFault: (error) => ({ code: (error as Error).message, message: '', traceId: undefined }),
      onSent: () => {},
      onRefused: ({ row }, { code }) => refused.push(`${row.id} ${code}`),
      now: () => 0,
    });
  });

  test('nothing leaves before the time to undo is over', async () => {
    decisions.add(row('a'), { action: 'APPROVE' });
    mock.timers.tick(WINDOW - 1);
    assert.deepEqual(sent, []);
    mock.timers.tick(1);
    await settle();
    assert.deepEqual([sent, decisions.list().length], [['a'], 0]);
  });

  test('undo takes back the newest, and it is never sent', async () => {
    decisions.add(row('a'), { action: 'APPROVE' });
    decisions.add(row('b'), { action: 'REJECT', reason: 'Wrong facts' });
    assert.equal(decisions.undo()?.row.id, 'b');
    mock.timers.tick(WINDOW);
    await settle();
    assert.deepEqual(sent, ['a']);
    assert.equal(decisions.undo(), undefined);
  });

  test('while the platform is away it waits and is sent again; a refusal is final', async () => {
    answer = () => Promise.reject(new Error('NETWORK_ERROR'));
    decisions.add(row('a'), { action: 'APPROVE' });
    mock.timers.tick(WINDOW);
    await settle();
    assert.equal(decisions.list()[0]?.phase, 'waiting');
    decisions.flush();
    await settle();
    answer = () => Promise.reject(new Error('CONFLICT'));
    decisions.flush();
    await settle();
    assert.deepEqual([sent, refused, decisions.list().length], [['a', 'a', 'a'], ['a CONFLICT'], 0]);
  });

  test('leaving the page sends what was still undoable, once', async () => {
    decisions.add(row('a'), { action: 'APPROVE' });
    decisions.flush(true);
    decisions.flush(true);
    await settle();
    mock.timers.tick(WINDOW);
    await settle();
    assert.deepEqual(sent, ['a']);
  });
});
