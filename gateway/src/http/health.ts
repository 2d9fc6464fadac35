import { Router } from 'express';

/** Where the gateway stands in its life. */
export interface Life {
  phase: 'starting' | 'ready' | 'draining';
}

/** `/health` and `/readyz` say whether to send requests here, `/livez` whether the process is alive. */
export function healthRoutes(life: Life, startedAt: Date): Router {
  const router = Router();
  router.get(['/health', '/readyz'], (_request, response) => {
    const ready = life.phase === 'ready';
    response.setHeader('cache-control', 'no-store');
    response.status(ready ? 200 : 503).json({ status: ready ? 'ok' : life.phase, service: 'gateway', startedAt: startedAt.toISOString() });
  });
  router.get('/livez', (_request, response) => void response.json({ status: 'ok', service: 'gateway' }));
  return router;
}
