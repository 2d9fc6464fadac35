import { privacyExport } from '@customerai/service';
import { entity } from '@customerai/testkit';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, test } from 'node:test';
import { SERVICES } from '../src/domain/request.ts';
import { startStories } from './privacy-story.ts';

const { parts, neighbours, service, restart, documents, story, stop } = await startStories();
after(stop);

const REQUEST = 'id kind status dueAt completedAt requestedAt reason downloadUrl customer { id } steps { service status records error }';
const ERASE = `mutation($customerId: ID!, $reason: String) { requestErasure(customerId: $customerId, reason: $reason) { ${REQUEST} } }`;
const EXPORT = `mutation($customerId: ID!) { requestExport(customerId: $customerId) { ${REQUEST} } }`;

/** A story of one customer, of whom two neighbours keep something. */
function told() {
  const own = story();
  neighbours.put('sentiment', own.tenant, 'c-1', { text: 'My parcel is late' });
  neighbours.put('sentiment', own.tenant, 'c-1', { text: 'Still late' });
  neighbours.put('review', own.tenant, 'c-1', { note: 'call them' });
  neighbours.put('review', own.tenant, 'c-2', { note: 'somebody else' });
  return {
    ...own,
    erase: async () => (await own.askOk(ERASE, { customerId: 'c-1' })).requestErasure,
    exported: async () => (await own.askOk(EXPORT, { customerId: 'c-1' })).requestExport,
    request: async (id: string) => (await own.askOk(`query($id: ID!) { privacyRequest(id: $id) { ${REQUEST} } }`, { id })).privacyRequest,
    actions: async () =>
      (await own.askOk('{ auditLog { edges { node { actor action target } } } }')).auditLog.edges.map(({ node }: any) => node).toReversed(),
  };
}

const stepOf = (request: any, name: string) => request.steps.find((step: any) => step.service === name);

/** Every page of a link, as the gateway asks for them. */
async function fetchAll(url: string) {
  const link = new URL(url, 'http://localhost').searchParams.get('link')!;
  const records: any[] = [];
  for (let after: string | undefined, more = true; more;) {
    const page = await parts.rpc.call(privacyExport, { link, after });
    records.push(...page.records.map((record) => ({ service: page.service, ...record })));
    after = page.next;
    more = after !== undefined;
  }
  return records;
}

test('no service of the platform is left out', () => {
  const list = readFileSync(new URL('../../../supergraph.yaml', import.meta.url), 'utf8');
  const services = [...list.matchAll(/^  (\w+):\n    routing_url: http:/gm)].map(([, name]) => name!);
  assert.ok(services.length >= 8);
  assert.deepEqual([...SERVICES].toSorted(), services.toSorted());
});

test('an erasure is done when every service has confirmed, and says how much each removed', async () => {
  const { tenant, erase, request, consent, customer, actions } = told();
  await consent({});
  const asked = await erase();
  assert.deepEqual([asked.kind, asked.status, asked.customer.id, asked.downloadUrl], ['ERASURE', 'PENDING', 'c-1', null]);
  assert.equal(Date.parse(asked.dueAt) - Date.parse(asked.requestedAt), 30 * 24 * 60 * 60 * 1000);
  await service().settle();
  const done = await request(asked.id);
  assert.equal(done.status, 'COMPLETED');
  assert.ok(done.completedAt);
  assert.deepEqual(
    done.steps.map(({ service: name, status, records }: any) => [name, status, records]),
    [
      ['sentiment', 'COMPLETED', 2],
      ['generation', 'COMPLETED', 0],
      ['review', 'COMPLETED', 1],
      ['analytics', 'COMPLETED', 0],
      ['ai', 'COMPLETED', 0],
      ['privacy', 'COMPLETED', 1],
      ['fairness', 'COMPLETED', 0],
      ['auth', 'COMPLETED', 0],
    ],
  );
  assert.deepEqual([neighbours.left('sentiment', tenant, 'c-1'), neighbours.left('review', tenant, 'c-2')], [0, 1]);
  assert.deepEqual((await customer('c-1', 'consentHistory { purpose } privacyRequests { id status }')).data, {
    consentHistory: [],
    privacyRequests: [{ id: asked.id, status: 'COMPLETED' }],
  });
  assert.deepEqual((await actions()).slice(1), [
    { actor: 'user-1', action: 'erasure.requested', target: 'customer:c-1' },
    { actor: 'service:privacy', action: 'erasure.completed', target: `privacyRequest:${asked.id}` },
  ]);
});

test('a second word while it is under way is the same request; afterwards it is a new one', async () => {
  const { erase } = told();
  const { promise, resolve } = Promise.withResolvers<void>();
  neighbours.held.set('review', promise);
  const [first, second] = await Promise.all([erase(), erase()]);
  assert.equal(first.id, second.id);
  resolve();
  neighbours.held.clear();
  await service().settle();
  assert.notEqual((await erase()).id, first.id);
  await service().settle();
});

test('a service that fails is asked again, alone, until it has confirmed', async () => {
  const { erase, request, tenant } = told();
  neighbours.failing.add('review');
  const { id } = await erase();
  await service().settle();
  const failed = await request(id);
  assert.deepEqual([failed.status, stepOf(failed, 'sentiment').status], ['RUNNING', 'COMPLETED']);
  assert.deepEqual(stepOf(failed, 'review'), {
    service: 'review',
    status: 'FAILED',
    records: 0,
    error: 'The review service does not answer right now. Try again in a moment.',
  });
  neighbours.asked.length = 0;
  for (const wait of [5, 20, 80]) {
    parts.clock.advance(wait * 1000);
    await service().settle();
  }
  assert.deepEqual(neighbours.asked, ['review', 'review', 'review']);
  assert.equal((await request(id)).status, 'FAILED');
  neighbours.failing.clear();
  parts.clock.advance(60 * 60_000);
  await service().settle();
  assert.deepEqual([(await request(id)).status, neighbours.left('review', tenant, 'c-1')], ['COMPLETED', 0]);
});

test('a request that was under way when the service ended goes on with the next one', async () => {
  const { erase, request, tenant } = told();
  const { promise, resolve } = Promise.withResolvers<void>();
  neighbours.held.set('analytics', promise);
  const { id } = await erase();
  // Until all but the one that is held have answered.
  while ((await request(id)).steps.filter(({ status }: any) => status === 'COMPLETED').length < 7) await parts.bus.extent();
  await restart();
  resolve();
  neighbours.held.clear();
  await service().settle();
  assert.deepEqual([(await request(id)).status, neighbours.left('sentiment', tenant, 'c-1')], ['COMPLETED', 0]);
});

test('what a killed process left behind is taken over when its lease is over', async () => {
  const { erase, request } = told();
  const { id } = await erase();
  await service().settle();
  const lease = new Date(parts.clock().getTime() + 60_000);
  const left = { status: 'RUNNING', open: true, nextAt: lease, 'steps.0.status': 'PENDING' };
  await documents.collection('requests').updateOne({ _id: id as never }, { $set: left });
  await service().settle();
  assert.equal((await request(id)).status, 'RUNNING');
  parts.clock.advance(60_001);
  await service().settle();
  assert.equal((await request(id)).status, 'COMPLETED');
});

test('an export holds what every service keeps, and opens by its link alone', async () => {
  const { tenant, exported, request, consent, actions } = told();
  await consent({ source: 'terms' });
  for (let index = 0; index < 250; index++) neighbours.put('generation', tenant, 'c-1', { text: `draft ${index}` });
  const { id } = await exported();
  await service().settle();
  const done = await request(id);
  assert.equal(done.status, 'COMPLETED');
  const records = await fetchAll(done.downloadUrl);
  const of = (name: string) => records.filter((record) => record.service === name);
  assert.deepEqual(
    of('sentiment').map(({ kind, data }) => [kind, data.text]),
    [
      ['note', 'My parcel is late'],
      ['note', 'Still late'],
    ],
  );
  assert.equal(of('generation').length, 250);
  assert.deepEqual(
    of('privacy').map(({ kind }) => kind),
    ['consent', 'privacyRequest', 'auditEntry', 'auditEntry'],
  );
  assert.ok(!JSON.stringify(of('privacy')).includes('user-1'));
  assert.ok(!JSON.stringify(records).includes('somebody else'));
  assert.deepEqual((await actions()).at(-1), { actor: 'user-1', action: 'export.read', target: `privacyRequest:${id}` });

  const stored = await documents.collection('exportParts').find({ requestId: id }).toArray();
  assert.ok(stored.length > 3);
  assert.ok(!stored.some(({ sealed }) => Buffer.from(sealed.buffer).includes('parcel')), 'parts are encrypted');
});

test('a link ends after a quarter of an hour, an export after a week; a changed link opens nothing', async () => {
  const { exported, request } = told();
  const { id } = await exported();
  await service().settle();
  const { downloadUrl } = await request(id);
  await assert.rejects(fetchAll(downloadUrl.replace(/.$/, (last: string) => (last === 'A' ? 'E' : 'A'))), { code: 'NOT_FOUND' });
  const [text = '', signature] = downloadUrl.split('link=')[1]!.split('.');
  const forged = Buffer.from(Buffer.from(text, 'base64url').toString().replace(id, parts.newId())).toString('base64url');
  await assert.rejects(fetchAll(`/?link=${forged}.${signature}`), { code: 'NOT_FOUND' });
  await assert.rejects(fetchAll('/?link=nonsense'), { code: 'NOT_FOUND' });
  parts.clock.advance(15 * 60_000 + 1);
  await assert.rejects(fetchAll(downloadUrl), { code: 'NOT_FOUND' });
  const later = (await request(id)).downloadUrl;
  assert.ok((await fetchAll(later)).length > 0);
  parts.clock.advance(7 * 24 * 60 * 60_000);
  await service().settle();
  assert.equal((await request(id)).downloadUrl, null);
  assert.equal(await documents.collection('exportParts').countDocuments({ requestId: id }), 0);
});

test('an erasure takes exports along, also one that is still being collected', async () => {
  const { tenant, exported, erase, request } = told();
  const first = await exported();
  await service().settle();
  const { downloadUrl } = await request(first.id);
  const { promise, resolve } = Promise.withResolvers<void>();
  neighbours.held.set('ai', promise);
  const second = await exported();
  while (stepOf(await request(second.id), 'sentiment').status !== 'COMPLETED') await parts.bus.extent();
  const erasure = await erase();
  while (stepOf(await request(erasure.id), 'privacy').status !== 'COMPLETED') await parts.bus.extent();
  resolve();
  neighbours.held.clear();
  await service().settle();
  assert.equal((await request(erasure.id)).status, 'COMPLETED');
  assert.equal((await request(second.id)).status, 'FAILED');
  await assert.rejects(fetchAll(downloadUrl), { code: 'NOT_FOUND' });
  assert.equal((await request(first.id)).downloadUrl, null);
  assert.equal(await documents.collection('exportParts').countDocuments({ tenant }), 0);
});

test('requests are listed, the newest first, to administrators of the tenant alone', async () => {
  const { erase, exported, askOk, asker, tenant } = told();
  const ids = [(await exported()).id];
  parts.clock.advance(1000);
  ids.unshift((await erase()).id);
  await service().settle();
  const LIST = 'query($customerId: ID) { privacyRequests(customerId: $customerId) { totalCount edges { node { id } } } }';
  const { privacyRequests } = await askOk(LIST, { customerId: 'c-1' });
  assert.deepEqual([privacyRequests.totalCount, privacyRequests.edges.map(({ node }: any) => node.id)], [2, ids]);
  assert.equal((await askOk(LIST, { customerId: 'c-2' })).privacyRequests.totalCount, 0);
  assert.equal((await story().askOk(`{ privacyRequest(id: "${ids[0]}") { id } }`)).privacyRequest, null);
  const reference = { __typename: 'PrivacyRequest', id: ids[0]! };
  assert.equal((await entity(service().subgraph, reference, 'status', asker)).data.status, 'COMPLETED');
  const { errors } = await entity(service().subgraph, reference, 'status', { ...asker, scopes: ['privacy:read'] });
  assert.equal(errors[0]?.code, 'FORBIDDEN');
  assert.equal((await story(tenant, ['privacy:read']).customer('c-1', 'privacyRequests { id }')).errors[0]?.code, 'FORBIDDEN');
});

test('what cannot be asked for says why', async () => {
  const { ask } = story();
  assert.equal((await ask(ERASE, { customerId: ' ' })).errors[0]?.extensions['argument'], 'customerId');
  assert.equal((await ask(ERASE, { customerId: 'c', reason: 'r'.repeat(501) })).errors[0]?.extensions['argument'], 'reason');
});
