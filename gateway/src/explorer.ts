import express, { Router } from 'express';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

// Altair compiles templates and runs its editors in workers and styles of its own making. Nothing is fetched from elsewhere.
const POLICY =
  "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; worker-src 'self' blob:; connect-src 'self' ws: wss:; object-src 'none'; frame-ancestors 'self'";

// One window a role, from the operations that the README shows and the checks validate.
const EXAMPLES = join(import.meta.dirname, '../../examples');

interface Window {
  initialName: string;
  initialQuery: string;
}

function readExamples(): Window[] {
  return readdirSync(EXAMPLES)
    .filter((file) => file.endsWith('.graphql'))
    .sort()
    .map((file) => ({
      initialName: file.replace(/^\d+-|\.graphql$/g, '').replaceAll('-', ' '),
      initialQuery: readFileSync(join(EXAMPLES, file), 'utf8'),
    }));
}

/** `/explorer`: a page to write queries and subscriptions in (Altair, served from here). */
export function explorerRoutes(): Router {
  const router = Router();
  const options = {
    baseURL: '/explorer/',
    endpointURL: '/graphql',
    subscriptionsEndpoint: '/graphql',
    initialSubscriptionRequestHandlerId: 'graphql-ws',
    initialWindows: readExamples(),
    initialSubscriptionsPayload: { authorization: '' },
    disableAccount: true,
    initialSettings: { disablePushNotification: true, 'alert.disableUpdateNotification': true, 'banners.disable': true },
    serveInitialOptionsInSeperateRequest: 'initial_options.js',
  };
  const render = async () => {
    const { getDistDirectory, renderAltair, renderInitSnippet } = await import('altair-static'); // 7 MB, for those who open the page
    const files = express.static(getDistDirectory(), { index: false, maxAge: '1h' });
    return { page: renderAltair(options as never), script: renderInitSnippet(options as never), files };
  };
  let rendered: ReturnType<typeof render> | undefined;
  const explorer = () => (rendered ??= render());

  router.use('/explorer', (_request, response, next) => {
    response.setHeader('content-security-policy', POLICY);
    response.setHeader('x-frame-options', 'SAMEORIGIN'); // it runs its users' scripts in a frame of its own
    next();
  });
  router.get(['/explorer', '/explorer/'], async (_request, response) => void response.type('html').send((await explorer()).page));
  router.get('/explorer/initial_options.js', async (_request, response) => void response.type('text/javascript').send((await explorer()).script));
  router.use('/explorer', async (request, response, next) => (await explorer()).files(request, response, next));
  return router;
}
