import express, { type RequestHandler, Router } from 'express';
import { existsSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { extname, join } from 'node:path';

const PAGE = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>CustomerAI Insights Platform</title>
<style>
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
body { max-width: 42rem; margin: 3rem auto; padding: 0 1rem; }
code { font-family: ui-monospace, monospace; }
</style>
</head>
<body>
<h1>CustomerAI Insights Platform</h1>
<p>The platform runs. Its web console is not there yet; everything is reached through one GraphQL endpoint.</p>
<ul>
<li><a href="/explorer">Explorer</a>: write queries and subscriptions, read the schema</li>
<li><code>/graphql</code>: the endpoint, by HTTP and by WebSocket (<code>graphql-transport-ws</code>)</li>
<li><a href="/api/v1/openapi.json">/api/v1</a>: a few operations as plain HTTP</li>
<li><a href="/health">Health</a></li>
</ul>
<h2>Next</h2>
<p>In a second shell, in the folder of the platform:</p>
<ul>
<li><code>npm run demo</code> plays some customer interactions, to be watched in the explorer</li>
<li><code>npm run ingest -- FILE</code> takes your own, from JSONL or CSV</li>
</ul>
<p>The <code>README.md</code> there has a first query and a first subscription.</p>
</body>
</html>
`;

/** `/`: the console where it has been built (paths that it knows itself get its page), else a page that says what there is. */
export function frontPage(consoleDir: string): Router {
  const router = Router();
  const index = join(consoleDir, 'index.html');
  if (!existsSync(index)) {
    router.get('/favicon.ico', (_request, response) => void response.status(204).end());
    router.get('/', (_request, response) => void response.type('html').send(PAGE));
    return router;
  }
  // Files under assets/ carry a digest in their names, so a browser never asks for one again.
  const keep = (response: ServerResponse, file: string) => {
    if (file.startsWith(join(consoleDir, 'assets'))) response.setHeader('cache-control', 'public, max-age=31536000, immutable');
  };
  router.use(compressed(consoleDir), express.static(consoleDir, { index: false, setHeaders: keep }));
  const page: RequestHandler = (request, response, next) => {
    const wantsPage =
      request.method === 'GET' && request.get('accept')?.includes('text/html') && !/^\/(graphql|api|explorer)(\/|$)/.test(request.path);
    if (!wantsPage) return next();
    response.setHeader('cache-control', 'no-cache');
    response.sendFile(index);
  };
  router.use(page);
  return router;
}

const TYPES: Readonly<Record<string, string>> = { '.js': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8' };
const TWINS = [
  ['br', '.br'],
  ['gzip', '.gz'],
] as const;

/** Sends the twin that the build has made of a file (`.br`, `.gz`), where the browser takes it: a third of the bytes, without work here. */
function compressed(directory: string): RequestHandler {
  return (request, response, next) => {
    const type = TYPES[extname(request.path)];
    if (!type || (request.method !== 'GET' && request.method !== 'HEAD') || request.path.includes('..')) return next();
    response.vary('Accept-Encoding');
    const found = TWINS.find(([encoding, end]) => request.acceptsEncodings(encoding) && existsSync(join(directory, request.path + end)));
    if (!found) return next();
    request.url = request.url.replace(request.path, request.path + found[1]);
    response.setHeader('content-encoding', found[0]);
    response.setHeader('content-type', type);
    next();
  };
}
