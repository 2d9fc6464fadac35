import { type Server, createServer } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { TLSSocket } from 'node:tls';
import { continueTrace, newPosition, parseTraceparent } from '@customerai/telemetry';
import express, { type Express } from 'express';
import { IDENTITY_HEADER, type RequestVerifier, UnknownSession } from './identity.ts';
import type { Logger } from './logger.ts';
import { DOOR_HEADER } from './session-identity.ts';
import type { Subgraph, SubgraphRequest } from './subgraph.ts';
import type { Tls } from './tls.ts';

const MAX_BODY = '64mb'; // a fairness audit's inline table (50 MB) and its quoting

/**
 * The HTTP door of one subgraph: `POST /graphql` for the gateway's signed requests only, `/livez` and `/readyz` for the orchestrator.
 * Everything unsigned gets 401, `_service` and introspection included. With `tls`, GraphQL also takes a client certificate of the same authority;
 * the orchestrator's probes have none and need none.
 */
export async function openHttpDoor(options: {
  subgraph: Subgraph;
  verifier: RequestVerifier;
  host: string;
  port: number;
  log: Logger;
  tls?: Tls | undefined;
}): Promise<AsyncDisposable & { url: string }> {
  const { subgraph, verifier, host, port, log, tls } = options;
  const app = express().disable('x-powered-by').disable('etag');
  app.get(['/livez', '/readyz'], (_, response) => void response.json({ status: 'ok', service: subgraph.name }));
  if (tls)
    app.use((request, response, next) => {
      if ((request.socket as TLSSocket).authorized) return next();
      log.warn({ reason: String((request.socket as TLSSocket).authorizationError) }, 'refused a connection without a certificate of ours');
      response.status(401).json({ errors: [{ message: 'This service answers the gateway only.', extensions: { code: 'UNAUTHENTICATED' } }] });
    });
  app.post('/graphql', express.text({ type: 'application/json', limit: MAX_BODY }), async (request, response) => {
    const body = typeof request.body === 'string' ? request.body : '';
    let viewer;
    try {
      viewer = await verifier.verify({ audience: subgraph.name, body, signature: request.get(IDENTITY_HEADER) });
    } catch (error) {
      if (error instanceof UnknownSession) response.setHeader(DOOR_HEADER, verifier.door);
      else log.warn({ reason: (error as Error).message }, 'refused a request that the gateway did not sign');
      return void response
        .status(401)
        .json({ errors: [{ message: 'This service answers the gateway only.', extensions: { code: 'UNAUTHENTICATED' } }] });
    }
    response.setHeader(DOOR_HEADER, verifier.door);
    const parent = request.get('traceparent');
    const { traceId } = parseTraceparent(parent) ?? newPosition(false);
    response.json(await continueTrace(parent, () => subgraph.execute(JSON.parse(body) as SubgraphRequest, { viewer, traceId })));
  });
  const server: Server = tls ? openTlsServer(tls, app) : createServer(app);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  return {
    url: `${tls ? 'https' : 'http'}://${host}:${(server.address() as AddressInfo).port}/graphql`,
    [Symbol.asyncDispose]: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeIdleConnections();
      }),
  };
}

/** Asks for a client certificate, and lets the request decide: a refusal in the handshake would take the probes with it. */
function openTlsServer(tls: Tls, app: Express): Server {
  const server = createTlsServer({ ...tls.current(), requestCert: true, rejectUnauthorized: false, minVersion: 'TLSv1.2' }, app);
  tls.onChange((material) => server.setSecureContext({ ...material, minVersion: 'TLSv1.2' }));
  return server;
}
