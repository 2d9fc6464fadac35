// The shop's four services as one process. An answer is worked out once and kept as it goes over the line, and requests are read without a framework, so
// that the services cost little beside the gateways. They say a door's key, as ours do; nobody here looks at what the gateway makes of it.
import { buildSubgraphSchema } from '@apollo/subgraph';
import { createRequestVerifier, DOOR_HEADER } from '@customerai/service';
import { execute, parse } from 'graphql';
import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { resolvers, typeDefs } from './shop.ts';

const HEAD_END = '\r\n\r\n';
const { door } = await createRequestVerifier([], undefined as never);
const counts = { requests: 0, representations: 0 };
const ports: Record<string, number> = {};

interface Made {
  bytes: Buffer;
  representations: number;
}

for (const [name, text] of Object.entries(typeDefs)) {
  const schema = buildSubgraphSchema([{ typeDefs: parse(text), resolvers: resolvers[name] as never }]);
  const answers = new Map<string, Made>();
  const make = async (body: string): Promise<Made> => {
    const { query, variables = {} } = JSON.parse(body);
    const result = await execute({ schema, document: parse(query), variableValues: variables, rootValue: {} });
    const representations = Object.values(variables as Record<string, unknown>).reduce<number>(
      (sum, value) => sum + (Array.isArray(value) ? value.length : 0),
      0,
    );
    const json = JSON.stringify(result);
    const head = `HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n${DOOR_HEADER}: ${door}\r\ncontent-length: ${Buffer.byteLength(json)}${HEAD_END}`;
    const made = { bytes: Buffer.from(head + json), representations };
    answers.set(body, made);
    return made;
  };
  const reply = (socket: Socket, { bytes, representations }: Made) => {
    counts.requests++;
    counts.representations += representations;
    socket.write(bytes);
  };
  const server = createServer({ noDelay: true }, (socket) => {
    let kept = '';
    socket.setEncoding('latin1'); // our queries are ASCII
    socket.on('data', (data: string) => {
      kept += data;
      const end = kept.indexOf(HEAD_END);
      if (end < 0) return;
      const length = /content-length: *(\d+)/i.exec(kept.slice(0, end))?.[1];
      if (length === undefined) throw new Error(`"${name}" was asked without a content-length.`);
      const body = kept.slice(end + HEAD_END.length);
      if (body.length < Number(length)) return;
      kept = '';
      const known = answers.get(body);
      if (known) reply(socket, known);
      else void make(body).then((made) => reply(socket, made));
    });
    socket.on('error', () => {}); // a gateway that was ended
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
