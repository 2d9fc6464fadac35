// The shop's four services as one process. An answer is worked out once and kept as text, so that the services cost little beside the gateways.
import { buildSubgraphSchema } from '@apollo/subgraph';
import { execute, parse } from 'graphql';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { resolvers, typeDefs } from './shop.ts';

const counts = { requests: 0, representations: 0 };
const ports: Record<string, number> = {};

for (const [name, text] of Object.entries(typeDefs)) {
  const schema = buildSubgraphSchema([{ typeDefs: parse(text), resolvers: resolvers[name] as never }]);
  const answers = new Map<string, { text: string; representations: number }>();
  const answer = async (body: string) => {
    const known = answers.get(body);
    if (known) return known;
    const { query, variables = {} } = JSON.parse(body);
    const result = await execute({ schema, document: parse(query), variableValues: variables, rootValue: {} });
    const representations = Object.values(variables as Record<string, unknown>).reduce<number>(
      (sum, value) => sum + (Array.isArray(value) ? value.length : 0),
      0,
    );
    const made = { text: JSON.stringify(result), representations };
    answers.set(body, made);
    return made;
  };
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', async () => {
      const { text: reply, representations } = await answer(Buffer.concat(chunks).toString());
      counts.requests++;
      counts.representations += representations;
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(reply) }).end(reply);
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  ports[name] = (server.address() as AddressInfo).port;
}

process.on('message', () => {
  process.send!({ ...counts });
  counts.requests = counts.representations = 0;
});
process.on('disconnect', () => process.exit());
process.send!(ports);
