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

/** Counts HTTP exchanges by door and class of status; what is refused before GraphQL sees it shows here only. */
export function watchRequests(metrics: Metrics): RequestHandler {
  const observe = metrics.histogram(
    'customerai_http_request_duration_seconds',
    'HTTP requests to the gateway, from the head of the request to the end of the answer.',
    ['route', 'status'],
    REQUEST_SECONDS,
  );
  return (request, response, next) => {
    const start = performance.now();
    const route = routeOf(request.path);
    response.once('close', () => {
      const status = response.writableFinished ? `${Math.floor(response.statusCode / 100)}xx` : 'aborted';
      observe({ route, status }, (performance.now() - start) / 1000);
    });
    next();
  };
}
