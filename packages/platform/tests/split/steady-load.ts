import type { TestClient } from '@customerai/testkit/client';

/** What a client under a steady rate of requests saw. */
export interface Load {
  /** Resolves with the counts once the requests under way have their answers. */
  stop(): Promise<{ sent: number; failures: string[]; slowestMs: number }>;
}

/**
 * Sends `rate` requests a second, taking the operations in turn. With `atATime` no more are under way: a machine that is slow today then gets fewer,
 * and not a heap of them that makes it slower.
 */
export function startLoad(
  client: TestClient,
  operations: readonly (readonly [query: string, variables: (index: number) => object])[],
  { rate, atATime = Number.POSITIVE_INFINITY }: { rate: number; atATime?: number },
): Load {
  const failures: string[] = [];
  const under = new Set<Promise<void>>();
  let sent = 0;
  let slowestMs = 0;
  const send = async (index: number) => {
    const [query, variables] = operations[index % operations.length]!;
    const begin = performance.now();
    try {
      const { errors } = await client.query(query, variables(index) as Record<string, unknown>);
      if (errors.length > 0) failures.push(`${query.slice(0, 60)}: ${JSON.stringify(errors[0]).slice(0, 200)}`);
    } catch (error) {
      failures.push(`${query.slice(0, 60)}: ${String((error as Error).cause ?? error)}`);
    }
    slowestMs = Math.max(slowestMs, performance.now() - begin);
  };
  const begin = performance.now();
  const timer = setInterval(() => {
    const due = Math.floor(((performance.now() - begin) / 1000) * rate);
    while (sent < due && under.size < atATime) {
      const one = send(sent++).finally(() => under.delete(one));
      under.add(one);
    }
  }, 5);
  return {
    stop: async () => {
      clearInterval(timer);
      await Promise.all(under);
      return { sent, failures, slowestMs: Math.round(slowestMs) };
    },
  };
}
