import { type Metrics, REQUEST_SECONDS } from '@customerai/telemetry';
import type { RequestHandler } from 'express';

const ROUTES: readonly (readonly [prefix: string, route: string])[] = [
  ['/graphql', 'graphql'],
  ['/api/', 'rest'],
  ['/health', 'health'],
  ['/readyz', 'health'],
  ['/livez', 'health'],
];

/** Which door a path belongs to: few values, whatever anybody asks for. */
export const routeOf = (path: string): string => ROUTES.find(([prefix]) => path.startsWith(prefix))?.[1] ?? 'pages';

export interface RequestWatch {
  handler: RequestHandler;
  /** An exchange that no Express application saw; `status` undefined where the client did not wait for it. */
  answered(path: string, status: number | undefined, ms: number): void;
}

/** Counts HTTP exchanges by door and class of status; what is refused before GraphQL sees it shows here only. */
export function watchRequests(metrics: Metrics): RequestWatch {
  const observe = metrics.histogram(
    'customerai_http_request_duration_seconds',
    'HTTP requests to the gateway, from the head of the request to the end of the answer.',
    ['route', 'status'],
    REQUEST_SECONDS,
  );
  const answered = (path: string, status: number | undefined, ms: number) =>
    observe({ route: routeOf(path), status: status === undefined ? 'aborted' : `${Math.floor(status / 100)}xx` }, ms / 1000);
  return {
    answered,
    handler: (request, response, next) => {
      const start = performance.now();
      const { path } = request;
      response.once('close', () => answered(path, response.writableFinished ? response.statusCode : undefined, performance.now() - start));
      next();
    },
  };
}
