import { serveLinks } from '@customerai/events';
import {
  badInput,
  createInProcessRpc,
  createRpcExchange,
  openLocalRpc,
  openNatsRpc,
  privacyRedact,
  responseWriting,
  type Rpc,
  ServiceError,
} from '@customerai/service';
import { skipWithout, startNats } from '@customerai/testkit';
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';

const question = { tenant: 't', text: 'hello' };

/** What every way of calling another service promises. */
function rpcContract(name: string, open: () => Promise<Rpc>, skip: string | false = false): void {
  describe(`calls between services: ${name}`, { skip }, () => {
    let rpc: Rpc;
    before(async () => (rpc = await open()));
    after(() => rpc[Symbol.asyncDispose]());

    test('a question is answered', async () => {
      await using _ = await rpc.serve(privacyRedact, async ({ text }) => ({ text: text.toUpperCase(), types: [] }));
      assert.deepEqual(await rpc.call(privacyRedact, question), { text: 'HELLO', types: [] });
    });
    test("the answering service's error arrives as it was thrown", async () => {
      await using _ = await rpc.serve(privacyRedact, async () => {
        throw badInput('text', 'too long');
      });
      await assert.rejects(rpc.call(privacyRedact, question), (error: ServiceError) => {
        assert.equal(error.code, 'BAD_USER_INPUT');
        assert.deepEqual(error.details, { argument: 'text' });
        return true;
      });
    });
    test('a question that nobody answers fails as unavailable', async () => {
      await assert.rejects(rpc.call(privacyRedact, question, { timeoutMs: 150 }), { code: 'SERVICE_UNAVAILABLE' });
    });
    test('a question asked while its service starts waits for it', async () => {
      const answer = rpc.call(privacyRedact, question, { timeoutMs: 3_000 });
      await using _ = await rpc.serve(privacyRedact, async () => ({ text: 'late', types: [] }));
      assert.equal((await answer).text, 'late');
    });
    test('an answer that breaks the port is an error, not data', async () => {
      await using _ = await rpc.serve(privacyRedact, async () => ({ wrong: true }) as never);
      await assert.rejects(rpc.call(privacyRedact, question));
    });
    test('who listens hears what is told about the thing, in order, until it has heard enough', async () => {
      const piece = (index: number) => ({ interactionId: 'i 1', index, text: 'é', done: false });
      const heard: number[] = [];
      const all = Promise.withResolvers<void>();
      const listener = await rpc.listen(responseWriting, ['t', 'i 1'], async ({ index }) => {
        await Promise.resolve();
        heard.push(index);
        if (index === 49) all.resolve();
      });
      for (let index = 0; index < 50; index++) {
        await rpc.tell(responseWriting, ['t', 'i 1'], piece(index));
        await rpc.tell(responseWriting, ['t', 'i 2'], piece(1_000));
        await rpc.tell(responseWriting, ['u', 'i 1'], piece(2_000));
      }
      await all.promise;
      await listener[Symbol.asyncDispose]();
      await rpc.tell(responseWriting, ['t', 'i 1'], piece(50));
      await rpc.call(privacyRedact, question, { timeoutMs: 50 }).catch(() => {}); // whatever was told before has arrived by now
      assert.deepEqual(
        heard,
        Array.from({ length: 50 }, (_, index) => index),
      );
    });
    test('several who listen hear the same; one that fails keeps it from nobody', async () => {
      const heard = [Promise.withResolvers<string>(), Promise.withResolvers<string>()];
      await using _failing = await rpc.listen(responseWriting, ['t', 'i3'], () => Promise.reject(new Error('deaf')));
      await using _first = await rpc.listen(responseWriting, ['t', 'i3'], ({ text }) => heard[0]!.resolve(text));
      await using _second = await rpc.listen(responseWriting, ['t', 'i3'], ({ text }) => heard[1]!.resolve(text));
      await rpc.tell(responseWriting, ['t', 'i3'], { interactionId: 'i3', index: 0, text: 'x', done: true });
      assert.deepEqual(await Promise.all(heard.map(({ promise }) => promise)), ['x', 'x']);
      await assert.rejects(rpc.tell(responseWriting, ['t', 'i3'], { index: 'no' } as never));
    });
    test('a question that breaks the port is refused before it is sent', async () => {
      await assert.rejects(rpc.call(privacyRedact, { tenant: 1 } as never));
    });
  });
}

rpcContract('in-process', async () => createInProcessRpc());
rpcContract('through another process', async () => {
  const exchange = createRpcExchange();
  const server = await serveLinks('secret', (_, link) => exchange(link));
  // The one that answers and the one that asks have a link each.
  const [answering, asking] = [await openLocalRpc(server.url, () => {}), await openLocalRpc(server.url, () => {})];
  return {
    serve: answering.serve,
    call: asking.call,
    tell: answering.tell,
    listen: asking.listen,
    [Symbol.asyncDispose]: async () => {
      await Promise.all([answering[Symbol.asyncDispose](), asking[Symbol.asyncDispose]()]);
      await server[Symbol.asyncDispose]();
    },
  };
});
rpcContract(
  'NATS',
  async () => {
    const server = await startNats();
    const rpc = await openNatsRpc(server.url, () => {});
    return {
      ...rpc,
      [Symbol.asyncDispose]: async () => {
        await rpc[Symbol.asyncDispose]();
        await server[Symbol.asyncDispose]();
      },
    };
  },
  skipWithout('nats-server'),
);

test('no NATS server at the address: the error names it and the remedy, without the password', async () => {
  await assert.rejects(
    openNatsRpc('nats://somebody:hidden@127.0.0.1:1', () => {}),
    (error: Error) => {
      assert.match(error.message, /NATS at nats:\/\/127\.0\.0\.1:1 cannot be used.*NATS_URL/s);
      assert.doesNotMatch(error.message, /hidden/);
      return true;
    },
  );
});

test('several servers and a password in the address are understood', { skip: skipWithout('nats-server') }, async () => {
  await using server = await startNats(undefined, ['--user', 'somebody', '--pass', 'hidden']);
  const address = server.url.replace('//', '//somebody:hidden@');
  await using rpc = await openNatsRpc(`${address},nats://127.0.0.1:1`, () => {});
  await using _ = await rpc.serve(privacyRedact, async ({ text }) => ({ text: text.toUpperCase(), types: [] }));
  assert.deepEqual(await rpc.call(privacyRedact, question), { text: 'HELLO', types: [] });
});
