import { createBusSessions, type EventBus, openEmbeddedBus, serveLinks } from '@customerai/events';
import { createRpcExchange } from '@customerai/service/basics';
import { randomBytes } from 'node:crypto';

/**
 * Events and questions between the processes where no NATS server is: the embedded log lives in this process, and the others reach it, and each
 * other, through a socket of this machine that asks for a secret.
 */
export async function openHub(directory: string): Promise<AsyncDisposable & { url: string; bus: EventBus }> {
  await using stack = new AsyncDisposableStack();
  const bus = stack.use(await openEmbeddedBus({ directory }));
  const [openBus, openExchange] = [createBusSessions(bus), createRpcExchange()];
  const server = stack.use(
    await serveLinks(randomBytes(24).toString('hex'), (purpose, link) => (purpose === 'bus' ? openBus(link) : openExchange(link))),
  );
  const owned = stack.move();
  return { url: server.url, bus, [Symbol.asyncDispose]: () => owned.disposeAsync() };
}
