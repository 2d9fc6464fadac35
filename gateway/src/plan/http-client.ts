import { IDENTITY_HEADER, type RequestSigner, type Tls, type TlsMaterial } from '@customerai/service';
import { formatTraceparent, newPosition, traceparent } from '@customerai/telemetry';
import { buildConnector, Pool } from 'undici';
import { createHttpPool } from '../fetch/http-pool.ts';
import type { Caller, SubgraphAnswer, SubgraphClient } from './subgraph-client.ts';

const CONNECTIONS = 64; // requests to one subgraph at a time; more wait, so that one slow service cannot take every socket
const CONNECT_TIMEOUT_MS = 2_000;
const PLAIN = 'content-type: application/json\r\naccept: application/json\r\n';

/**
 * A subgraph behind its HTTP door: each request is signed for it alone, with who asks, and carries the trace on. `timeoutMs` holds for the whole request.
 * With `tls` an https address is shown our certificate and has to have one of our authorities.
 */
export function createHttpClient(options: {
  name: string;
  url: string;
  signer: RequestSigner;
  timeoutMs: number;
  tls?: Tls | undefined;
}): SubgraphClient {
  const { name, signer, timeoutMs, tls } = options;
  const { origin, pathname } = new URL(options.url);
  const pool = createHttpPool({ url: options.url, connections: CONNECTIONS, connectTimeoutMs: CONNECT_TIMEOUT_MS, tls });
  const connector = tls ? connectWith(tls) : { timeout: CONNECT_TIMEOUT_MS };
  let streams: Pool | undefined; // of their own: they stay open, and would leave no connection for questions
  const headersOf = async (body: string, { viewer, traceId }: Caller) => ({
    traceparent: traceparent() ?? formatTraceparent(newPosition(false, traceId)),
    [IDENTITY_HEADER]: await signer.sign({ audience: name, body, viewer }),
  });

  return {
    send: async (request, caller) => {
      const body = request.body ?? JSON.stringify(request);
      const { traceparent, [IDENTITY_HEADER]: identity } = await headersOf(body, caller);
      const head = `${PLAIN}traceparent: ${traceparent}\r\n${IDENTITY_HEADER}: ${identity}\r\n`;
      const { status, text } = await pool.post(head, body, timeoutMs);
      if (status !== 200) throw new Error(`"${name}" answered with HTTP status ${status}.`);
      return JSON.parse(text) as SubgraphAnswer;
    },
    stream: async (request, caller, { accept, signal }) => {
      streams ??= new Pool(origin, { headersTimeout: timeoutMs, bodyTimeout: 0, connect: connector });
      const body = JSON.stringify(request);
      const headers = { 'content-type': 'application/json', accept, ...(await headersOf(body, caller)) };
      const answer = await streams.request({ method: 'POST', path: pathname, headers, body, signal });
      const type = String(answer.headers['content-type'] ?? '');
      return { status: answer.statusCode, type, body: answer.body, text: () => answer.body.text() };
    },
    [Symbol.asyncDispose]: async () => {
      await Promise.all([pool[Symbol.asyncDispose](), streams?.destroy()]);
    },
  };
}

/** New connections take a renewed certificate; those that are open keep theirs until they close. */
function connectWith(tls: Tls): buildConnector.connector {
  const build = (material: TlsMaterial) => buildConnector({ ...material, timeout: CONNECT_TIMEOUT_MS });
  let connect = build(tls.current());
  tls.onChange((material) => (connect = build(material)));
  return (options, callback) => connect(options, callback);
}
