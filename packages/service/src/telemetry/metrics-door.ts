import type { PrometheusMetrics } from '@customerai/telemetry';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ConfigError } from '../config.ts';

/** `GET /metrics` on a port of its own, which is not for the public: figures tell much about a business. */
export async function openMetricsDoor(
  metrics: PrometheusMetrics,
  { host, port }: { host: string; port: number },
): Promise<AsyncDisposable & { url: string }> {
  const server = createServer((request, response) => {
    if (request.url?.split('?')[0] !== '/metrics') {
      response.writeHead(404, { 'content-type': 'text/plain' }).end('Metrics are at /metrics.\n');
      return;
    }
    metrics.expose().then(
      ({ contentType, text }) => void response.writeHead(200, { 'content-type': contentType, 'cache-control': 'no-store' }).end(text),
      (error: Error) => void response.writeHead(500, { 'content-type': 'text/plain' }).end(`${error.name}\n`),
    );
  });
  try {
    await new Promise<void>((resolve, reject) => void server.once('error', reject).listen(port, host, resolve));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new ConfigError(
      `The metrics port ${port} on ${host} cannot be opened (${code}). Choose another one by METRICS_PORT (0 takes a free one), or leave it out to go without metrics.`,
      { cause: error },
    );
  }
  return {
    url: `http://${host}:${(server.address() as AddressInfo).port}/metrics`,
    [Symbol.asyncDispose]: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
