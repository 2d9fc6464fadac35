import { DOOR_HEADER, IDENTITY_HEADER, type RequestSigner, type Tls, type TlsMaterial } from '@customerai/service';
import { formatTraceparent, newPosition, traceparent } from '@customerai/telemetry';
import { buildConnector, Pool } from 'undici';
import { parseReply } from '../execute/parse-reply.ts';
import { createHttpPool } from '../fetch/http-pool.ts';
import type { HttpAnswer } from '../fetch/read-answer.ts';
import type { Caller, SubgraphAnswer, SubgraphClient } from './subgraph-client.ts';

const CONNECTIONS = 64; // requests to one subgraph at a time; more wait, so that one slow service cannot take every socket
const CONNECT_TIMEOUT_MS = 2_000;
const PLAIN = 'content-type: application/json\r\naccept: application/json\r\n';
const DOOR = new RegExp(`\r\n${DOOR_HEADER}: *([^\r\n]+)`, 'i');

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
  const pool = createHttpPool({ url: options.url, connections: CONNECTIONS, connectTimeoutMs: CONNECT_TIMEOUT_MS, timeoutMs, tls });
  const connector = tls ? connectWith(tls) : { timeout: CONNECT_TIMEOUT_MS };
  let streams: Pool | undefined; // of their own: they stay open, and would leave no connection for questions
  const session = signer.openSession(name);
  const sign = (body: string, { viewer }: Caller) => signer.sign({ audience: name, body, viewer });
  const positionOf = ({ traceId }: Caller) => traceparent() ?? formatTraceparent(newPosition(false, traceId));

  const post = (body: string, caller: Caller, identity: string) =>
    pool.post(`${PLAIN}traceparent: ${positionOf(caller)}\r\n${IDENTITY_HEADER}: ${identity}\r\n`, body);

  /** With a signature of its own: until a door has said its key, and again where a door does not know the session. It has not looked at such a request. */
  async function postSigned(body: string, caller: Caller): Promise<HttpAnswer> {
    const answer = await post(body, caller, await sign(body, caller));
    session.learn(DOOR.exec(answer.head)?.[1]);
    return answer;
  }

  return {
    send: async (request, caller) => {
      const body = request.body ?? JSON.stringify(request);
      const identity = session.authenticate({ body, viewer: caller.viewer });
      let answer = identity === undefined ? await postSigned(body, caller) : await post(body, caller, identity);
      if (answer.status === 401 && identity !== undefined) {
        session.learn(DOOR.exec(answer.head)?.[1]);
        answer = await postSigned(body, caller);
      }
      const { status, text, ascii } = answer;
      answer.text = '';
      if (status !== 200) throw new Error(`"${name}" answered with HTTP status ${status}.`);
      return parseReply(text, ascii) as SubgraphAnswer;
    },
    stream: async (request, caller, { accept, signal }) => {
      streams ??= new Pool(origin, { headersTimeout: timeoutMs, bodyTimeout: 0, connect: connector });
      const body = JSON.stringify(request);
      const headers = {
        'content-type': 'application/json',
        accept,
        traceparent: positionOf(caller),
        [IDENTITY_HEADER]: await sign(body, caller),
      };
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
