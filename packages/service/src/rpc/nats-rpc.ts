import { connectNats } from '@customerai/events';
import { continueTrace, traceparent } from '@customerai/telemetry';
import type { headers, NatsConnection } from '@nats-io/transport-node';
import { ConfigError } from '../config.ts';
import { type ErrorCode, ServiceError, unavailable } from '../errors.ts';
import { DEFAULT_TIMEOUT_MS, type Rpc } from './rpc.ts';
import { subjectOf } from './topic.ts';

type Reply = { output: unknown } | { error: { code: ErrorCode; message: string; details: Record<string, unknown> } | null };

const RETRY_MS = 100;
const TIMEOUT_HEADER = 'customerai-timeout-ms';

/** Request/reply over NATS: subject `rpc.<port>`, one queue group a port, so that any replica may answer. */
export async function openNatsRpc(url: string, onError: (error: Error) => void): Promise<Rpc> {
  const { headers } = await import('@nats-io/transport-node');
  let connection: NatsConnection;
  try {
    connection = await connectNats(url, 'customerai-rpc');
  } catch (error) {
    throw new ConfigError((error as Error).message, { cause: error }); // it names the servers without their credentials
  }

  const call: Rpc['call'] = async (port, input, { timeoutMs = DEFAULT_TIMEOUT_MS, signal } = {}) => {
    const deadline = Date.now() + timeoutMs;
    const payload = JSON.stringify(port.input.parse(input));
    for (;;) {
      signal?.throwIfAborted();
      try {
        const timeout = Math.max(1, deadline - Date.now());
        const options = { timeout, headers: headersOf(headers, timeout) };
        const message = await connection.request(`rpc.${port.name}`, payload, options);
        const reply = message.json<Reply>();
        if ('output' in reply) return port.output.parse(reply.output);
        throw reply.error
          ? new ServiceError(reply.error.code, reply.error.message, reply.error.details)
          : unavailable(`The service behind "${port.name}"`);
      } catch (error) {
        if (error instanceof ServiceError) throw error;
        // "No responders" comes at once: the service may just be starting.
        if (Date.now() + RETRY_MS >= deadline) throw unavailable(`The service behind "${port.name}"`, error);
        await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
      }
    }
  };

  return {
    call,
    serve: async (port, answer) => {
      const running = new Set<Promise<void>>();
      const reply = async (data: Uint8Array, timeout: number, respond: (payload: string) => void) => {
        try {
          const output = await answer(port.input.parse(JSON.parse(new TextDecoder().decode(data))), AbortSignal.timeout(timeout));
          respond(JSON.stringify({ output }));
        } catch (error) {
          if (error instanceof ServiceError)
            return respond(JSON.stringify({ error: { code: error.code, message: error.message, details: error.details } }));
          onError(new Error(`"${port.name}" failed.`, { cause: error }));
          respond(JSON.stringify({ error: null }));
        }
      };
      const subscription = connection.subscribe(`rpc.${port.name}`, {
        queue: port.name,
        callback: (_, message) => {
          const timeout = Number(message.headers?.get(TIMEOUT_HEADER)) || DEFAULT_TIMEOUT_MS;
          const answering = () => reply(message.data, timeout, (payload) => void message.respond(payload));
          const work = continueTrace(message.headers?.get('traceparent'), answering).finally(() => running.delete(work));
          running.add(work);
        },
      });
      await connection.flush();
      return {
        [Symbol.asyncDispose]: async () => {
          await subscription.drain();
          await Promise.all(running);
        },
      };
    },
    tell: async (topic, about, message) => {
      const payload = JSON.stringify(topic.message.parse(message));
      try {
        connection.publish(subjectOf(topic, about), payload);
        await connection.flush();
      } catch (error) {
        onError(new Error(`"${topic.name}" could not be told.`, { cause: error }));
      }
    },
    listen: async (topic, about, hear) => {
      let turn: Promise<void> = Promise.resolve();
      const subscription = connection.subscribe(subjectOf(topic, about), {
        callback: (fault, message) => {
          if (fault) return onError(new Error(`"${topic.name}" is not heard.`, { cause: fault }));
          const read = topic.message.safeParse(message.json());
          if (!read.success) return onError(new Error(`A message breaks the topic "${topic.name}".`, { cause: read.error }));
          turn = turn.then(() => hear(read.data)).catch(onError);
        },
      });
      await connection.flush();
      return {
        [Symbol.asyncDispose]: async () => {
          subscription.unsubscribe();
          await turn;
        },
      };
    },
    [Symbol.asyncDispose]: () => connection.drain(),
  };
}

/** For the service that answers: how long it is waited for, and the trace that asks. */
function headersOf(newHeaders: typeof headers, timeout: number) {
  const meta = newHeaders();
  meta.set(TIMEOUT_HEADER, String(timeout));
  const trace = traceparent();
  if (trace !== undefined) meta.set('traceparent', trace);
  return meta;
}
