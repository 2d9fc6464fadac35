import { newId } from '@customerai/service';
import express, { type RequestHandler, Router } from 'express';
import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { OpenStream } from '../plan/subgraph-client.ts';
import { traceIdOf } from '../trace.ts';
import type { Ending } from './subscriber.ts';
import { endingOf, type Streaming } from './upstream.ts';

const HEARTBEAT_MS = 5_000;
const MISSED_HEARTBEATS = 3;
const MAX_BODY = '4mb';
export const CALLBACK_PATH = '/subscription-callback';

interface Waiting {
  verifier: Buffer;
  next(payload: unknown): void;
  alive(): void;
  end(ending: Ending): void;
  service: string;
}

/**
 * A service's own subscriptions by Apollo's HTTP callback protocol 1.0: it is told an address of ours and posts what happens there.
 * https://www.apollographql.com/docs/graphos/routing/operations/subscriptions/callback-protocol
 */
export interface Callbacks {
  /** Takes what services post, at `CALLBACK_PATH`. Who does not know a subscription's secret learns nothing, not even that it is there. */
  routes: Router;
  streaming(service: string, open: OpenStream): Streaming;
}

/** `url`: where services reach this very process, without a slash at the end. */
export function createCallbacks(url: () => string): Callbacks {
  const waiting = new Map<string, Waiting>();

  const routes = Router();
  const isWaiting: RequestHandler<{ id: string }> = ({ params }, response, next) =>
    void (waiting.has(params.id) ? next() : response.status(404).end());
  routes.post('/:id', isWaiting, express.json({ limit: MAX_BODY }), (request, response) => {
    const { kind, action, id, verifier, payload, errors } = (request.body ?? {}) as Record<string, unknown>;
    const one = waiting.get(request.params.id);
    const given = Buffer.from(String(verifier));
    const known = one && kind === 'subscription' && id === request.params.id && given.length === one.verifier.length;
    if (!known || !timingSafeEqual(given, one.verifier)) return void response.status(404).end();
    response.setHeader('subscription-protocol', 'callback');
    one.alive();
    if (action === 'check') return void response.status(204).end();
    if (action === 'next' && typeof payload === 'object' && payload !== null) {
      one.next(payload);
      return void response.status(204).end();
    }
    if (action === 'complete') {
      one.end(endingOf(errors, one.service));
      return void response.status(202).end();
    }
    response.status(400).end();
  });

  const streaming: Callbacks['streaming'] =
    (service, open) =>
    async ({ query, variables }, viewer, { ready, next }, signal) => {
      const id = newId();
      const verifier = randomBytes(24).toString('base64url');
      const ended = Promise.withResolvers<Ending>();
      ended.promise.catch(() => {});
      let seen = performance.now();
      waiting.set(id, { verifier: Buffer.from(verifier), next, alive: () => (seen = performance.now()), end: ended.resolve, service });
      const watch = setInterval(() => {
        if (performance.now() - seen > MISSED_HEARTBEATS * HEARTBEAT_MS) ended.reject(new Error(`"${service}" gives no sign of life.`));
      }, HEARTBEAT_MS).unref();
      const stop = () => ended.reject(signal.reason as Error);
      signal.addEventListener('abort', stop, { once: true });
      try {
        const subscription = { callbackUrl: `${url()}${CALLBACK_PATH}/${id}`, subscriptionId: id, verifier, heartbeatIntervalMs: HEARTBEAT_MS };
        const accept = 'application/json;callbackSpec=1.0, application/json';
        const answer = await open({ query, variables, extensions: { subscription } }, { viewer, traceId: traceIdOf(undefined) }, { accept, signal });
        const { errors } = JSON.parse(await answer.text()) as { errors?: unknown };
        if (errors !== undefined) return endingOf(errors, service);
        if (answer.status !== 200) throw new Error(`"${service}" answered a subscription with HTTP status ${answer.status}.`);
        ready();
        return await ended.promise;
      } finally {
        waiting.delete(id);
        clearInterval(watch);
        signal.removeEventListener('abort', stop);
      }
    };

  return { routes, streaming };
}
