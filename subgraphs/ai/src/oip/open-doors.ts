import { ConfigError, type Logger } from '@customerai/service';
import type { Config } from '../config.ts';
import type { ModelService } from '../serving/model-service.ts';
import type { Shelf } from '../serving/shelf.ts';
import type { ModelRepository } from '../store/model-repository.ts';

/** Opens the ports that the settings name; none by default. The libraries behind each are loaded only then. Throws `ConfigError` for a port in use. */
export async function openInferenceDoors(
  { host, httpPort, grpcPort, token }: Config['oip'],
  served: { model: ModelService; shelf: Shelf; repository: ModelRepository },
  log: Logger,
): Promise<AsyncDisposable & { httpUrl?: string; grpcAddress?: string }> {
  const stack = new AsyncDisposableStack();
  const found: { httpUrl?: string; grpcAddress?: string } = {};
  if (httpPort !== undefined || grpcPort !== undefined) {
    const { createInferenceServer } = await import('./inference-server.ts');
    const { createTokenCheck } = await import('./token-check.ts');
    const server = createInferenceServer(served);
    const check = createTokenCheck(token!);
    try {
      if (httpPort !== undefined) {
        const { openInferenceHttp } = await import('./http-server.ts');
        found.httpUrl = stack.use(await openInferenceHttp({ server, model: served.model, check, host, port: httpPort, log })).url;
      }
      if (grpcPort !== undefined) {
        const { openInferenceGrpc } = await import('./grpc-server.ts');
        found.grpcAddress = stack.use(await openInferenceGrpc({ server, check, host, port: grpcPort, log })).address;
      }
    } catch (error) {
      await stack.disposeAsync();
      throw new ConfigError(`The Open Inference Protocol cannot be served: ${(error as Error).message}`, { cause: error });
    }
    log.info({ ...found }, 'serves the Open Inference Protocol');
  }
  return { ...found, [Symbol.asyncDispose]: () => stack.disposeAsync() };
}
