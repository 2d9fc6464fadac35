import type { EventBus } from '@customerai/events';

/** Facts that are always on their way somewhere. */
const FEW = 50;

/**
 * Whether the facts that came while this process was away are in: until then figures are too low to judge by. Once they are it stays so, however much comes
 * later: nobody should wait for an alert because much is going on.
 */
export function createCatchUp(bus: Pick<EventBus, 'status'>, consumers: readonly string[]): () => Promise<boolean> {
  let done = false;
  return async () => (done ||= (await bus.status()).consumers.every(({ name, pending }) => pending <= FEW || !consumers.includes(name)));
}
