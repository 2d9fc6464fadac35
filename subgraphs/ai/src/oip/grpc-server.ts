import { type Logger, ServiceError } from '@customerai/service';
import { type handleUnaryCall, Metadata, Server, ServerCredentials, type ServiceError as GrpcError, status } from '@grpc/grpc-js';
import type { InferenceServer, NamedTensor } from './inference-server.ts';
import { loadService } from './load-proto.ts';
import { SERVER } from './server-metadata.ts';
import { bytesOf, numbersOf } from './tensor-bytes.ts';
import type { TokenCheck } from './token-check.ts';

const CODES: Record<string, status> = {
  BAD_USER_INPUT: status.INVALID_ARGUMENT,
  UNAUTHENTICATED: status.UNAUTHENTICATED,
  NOT_FOUND: status.NOT_FOUND,
  CONFLICT: status.FAILED_PRECONDITION,
  RATE_LIMITED: status.RESOURCE_EXHAUSTED,
  SERVICE_UNAVAILABLE: status.UNAVAILABLE,
};
const MAX_MESSAGE = 16 * 2 ** 20;

/** Tells the wire what went wrong; what is no `ServiceError` stays with us. */
function toGrpcError(error: unknown, log: Logger): Partial<GrpcError> {
  if (!(error instanceof ServiceError)) {
    log.error({ err: error }, 'an inference call failed');
    return { code: status.INTERNAL, details: 'Something went wrong on our side.' };
  }
  const metadata = new Metadata();
  if (error.code === 'RATE_LIMITED') metadata.set('retry-after', String(error.details['retryAfter'] ?? 1));
  return { code: CODES[error.code] ?? status.INTERNAL, details: error.message, metadata };
}

/** Serves `inference.GRPCInferenceService`. Live and ready are told to anybody, the rest to holders of the token. */
export async function openInferenceGrpc(options: {
  server: InferenceServer;
  check: TokenCheck;
  host: string;
  port: number;
  log: Logger;
}): Promise<AsyncDisposable & { address: string }> {
  const { server, check, host, port, log } = options;
  const answer =
    (work: (request: any, signal: AbortSignal) => unknown, isOpen = false): handleUnaryCall<any, any> =>
    async (call, callback) => {
      const left = new AbortController();
      call.on('cancelled', () => left.abort(new Error('The client went away.')));
      try {
        if (!isOpen) check(call.metadata.get('authorization')[0]?.toString());
        callback(null, await work(call.request, left.signal));
      } catch (error) {
        callback(toGrpcError(error, log));
      }
    };
  const versionOf = ({ parameters }: any): string | undefined => parameters?.version?.string_param;

  const grpc = new Server({ 'grpc.max_receive_message_length': MAX_MESSAGE, 'grpc.max_send_message_length': MAX_MESSAGE });
  grpc.addService(loadService().service, {
    ServerLive: answer(() => ({ live: true }), true),
    ServerReady: answer(() => ({ ready: true }), true),
    ModelReady: answer(({ name, version }) => ({ ready: server.isReady(name, version || undefined) })),
    ServerMetadata: answer(() => SERVER),
    ModelMetadata: answer(({ name, version }) => server.metadata(name, version || undefined)),
    ModelInfer: answer((request, signal) => infer(server, request, signal)),
    RepositoryIndex: answer(({ ready }) => ({ models: server.index().filter(({ state }) => !ready || state === 'READY') })),
    RepositoryModelLoad: answer(async (request) => {
      await server.load(request.model_name, versionOf(request));
      return {};
    }),
    RepositoryModelUnload: answer(async (request) => {
      await server.unload(request.model_name, versionOf(request));
      return {};
    }),
  });
  const bound = await new Promise<number>((resolve, reject) => {
    grpc.bindAsync(`${host}:${port}`, ServerCredentials.createInsecure(), (error, taken) => (error ? reject(error) : resolve(taken)));
  });
  return {
    address: `${host}:${bound}`,
    [Symbol.asyncDispose]: () => new Promise((resolve) => grpc.tryShutdown(() => resolve())),
  };
}

async function infer(server: InferenceServer, request: any, signal: AbortSignal) {
  const isRaw = request.raw_input_contents.length > 0;
  const inputs = request.inputs.map(({ name, datatype, shape, contents }: any, index: number): NamedTensor => {
    const sizes = shape.map(Number);
    const data = isRaw ? numbersOf(datatype, request.raw_input_contents[index]) : (contents?.int64_contents ?? []).map(Number);
    return { name, datatype, shape: sizes, data: data.length > 0 || isRaw ? data : (contents?.int_contents ?? []) };
  });
  const names = request.outputs.map(({ name }: { name: string }) => name);
  const answer = await server.infer(request.model_name, request.model_version || undefined, inputs, names, signal);
  const heads = answer.outputs.map(({ name, datatype, shape }) => ({ name, datatype, shape }));
  return {
    model_name: answer.model.name,
    model_version: answer.model.version,
    id: request.id,
    // As they came in, so they go out: raw bytes are what Triton's clients speak.
    ...(isRaw
      ? { outputs: heads, raw_output_contents: answer.outputs.map(({ data }) => bytesOf(data)) }
      : { outputs: answer.outputs.map(({ data }, index) => ({ ...heads[index], contents: { fp32_contents: Array.from(data) } })) }),
  };
}
