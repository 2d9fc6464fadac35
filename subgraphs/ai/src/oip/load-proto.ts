import { loadPackageDefinition, type ServiceClientConstructor } from '@grpc/grpc-js';
import { loadSync } from '@grpc/proto-loader';
import { fileURLToPath } from 'node:url';

/** The service of the public proto file, for servers and clients. */
export function loadService(): ServiceClientConstructor {
  const file = fileURLToPath(new URL('./open-inference.proto', import.meta.url));
  const definition = loadSync(file, { keepCase: true, longs: String, defaults: true, arrays: true, oneofs: true });
  return (loadPackageDefinition(definition) as any).inference.GRPCInferenceService;
}
