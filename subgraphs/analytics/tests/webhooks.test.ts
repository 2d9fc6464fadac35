import { newTenant, viewer, askOk } from '@customerai/testkit';
import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import { lookupPublic } from '../src/webhook/check-address.ts';
import { startTestAnalytics, story, tell } from './facts.ts';

const SET = 'mutation($input: AlertRuleInput!) { setAlertRule(input: $input) { id webhookSecret } }';

/** A receiver that answers with one status after the other, and what it has heard. */
async function openReceiver(...statuses: number[]) {
  const heard: { headers: IncomingMessage['headers']; body: string; path: string }[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    heard.push({ headers: request.headers, body: Buffer.concat(chunks).toString(), path: request.url! });
    response.writeHead(statuses[heard.length - 1] ?? 204, { location: '/elsewhere' }).end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`,
    heard,
    [Symbol.asyncDispose]: async () => void server.close().closeAllConnections(),
  };
}

test('a webhook hears of an alert, signed; what it refuses or redirects is tried again with the same id, and never followed', async () => {
  await using analytics = await startTestAnalytics({ WAREHOUSE_PATH: ':memory:', ALERT_WEBHOOKS: 'private' });
  await using receiver = await openReceiver(302, 200);
  const tenant = newTenant();
  const input = { name: 'Any', metric: 'INTERACTIONS', comparison: 'ABOVE', threshold: 0, window: 'PT15M', webhookUrl: receiver.url };
  const { setAlertRule: rule } = await askOk(analytics.subgraph, SET, { input }, viewer(tenant, ['analytics:write']));
  await tell(analytics.parts, tenant, [story({ receivedAt: '2026-03-02T09:00:00.000Z' })]);
  await analytics.settle();

  assert.deepEqual(
    receiver.heard.map(({ path }) => path),
    ['/hook', '/hook'],
  );
  const { headers, body } = receiver.heard[1]!;
  assert.equal(headers['webhook-id'], receiver.heard[0]!.headers['webhook-id']);
  const secret = Buffer.from(rule.webhookSecret.replace('whsec_', ''), 'base64');
  const signed = createHmac('sha256', secret).update(`${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`).digest('base64');
  assert.equal(headers['webhook-signature'], `v1,${signed}`);
  assert.deepEqual(JSON.parse(body), {
    type: 'analytics.alert.raised',
    timestamp: '2026-03-02T09:00:00.000Z',
    data: {
      id: headers['webhook-id'],
      rule: { id: rule.id, name: 'Any' },
      metric: 'INTERACTIONS',
      comparison: 'ABOVE',
      threshold: 0,
      window: 'PT15M',
      value: 1,
      resolved: false,
    },
  });
});

test('a name that stands for a private address is refused at the moment of connecting', async () => {
  const asked = (options: object) => new Promise<Error | null>((resolve) => lookupPublic('localhost', options, resolve));
  assert.match((await asked({}))!.message, /private network/);
  assert.match((await asked({ all: true }))!.message, /private network/);
});
