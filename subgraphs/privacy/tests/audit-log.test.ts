import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { startPrivacy } from '../src/index.ts';
import { askOk } from '@customerai/testkit';
import { startStories } from './privacy-story.ts';

const { parts, documents, story, stop } = await startStories();
after(stop);

const entries = documents.collection('auditEntries');
const heads = documents.collection('auditHeads');
const LOG =
  'query($customerId: ID, $first: Int, $after: String) { auditLog(customerId: $customerId, first: $first, after: $after) { totalCount pageInfo { endCursor } edges { node { id actor action target purpose hash previousHash } } } }';

/** A tenant with so many entries; the oldest first. */
async function logged(count: number) {
  const told = story();
  for (let index = 0; index < count; index++) await told.consent({ customerId: `c-${index + 1}`, granted: index % 2 === 0 });
  const { auditLog } = await told.askOk(LOG, { first: 100 });
  const verify = async () => (await told.askOk('{ verifyAuditLog { valid entries firstBrokenId } }')).verifyAuditLog;
  return { ...told, ids: auditLog.edges.map(({ node }: any) => node.id).toReversed() as string[], auditLog, verify };
}

test('each change of consent is an entry that is chained to the one before', async () => {
  const { auditLog, verify, askOk: asks } = await logged(3);
  const [newest, middle, oldest] = auditLog.edges.map(({ node }: any) => node);
  assert.deepEqual([oldest.actor, oldest.action, oldest.target, oldest.purpose], ['user-1', 'consent.granted', 'customer:c-1', 'training']);
  assert.equal(middle.action, 'consent.withdrawn');
  assert.deepEqual([oldest.previousHash, middle.previousHash, newest.previousHash], ['0'.repeat(64), oldest.hash, middle.hash]);
  assert.deepEqual(await verify(), { valid: true, entries: 3, firstBrokenId: null });
  const own = await asks(LOG, { customerId: 'c-2' });
  assert.deepEqual([own.auditLog.totalCount, own.auditLog.edges[0].node.target], [1, 'customer:c-2']);
  const page = await asks(LOG, { first: 1, after: (await asks(LOG, { first: 1 })).auditLog.pageInfo.endCursor });
  assert.equal(page.auditLog.edges[0].node.id, middle.id);
});

test('an empty log is whole', async () => {
  assert.deepEqual(await (await logged(0)).verify(), { valid: true, entries: 0, firstBrokenId: null });
});

const found = (name: string, change: (ids: string[], tenant: string) => Promise<unknown>, broken: (ids: string[]) => string, left: number) =>
  test(name, async () => {
    const { ids, tenant, verify } = await logged(5);
    const other = await logged(2);
    await change(ids, tenant);
    assert.deepEqual(await verify(), { valid: false, entries: left, firstBrokenId: broken(ids) });
    assert.equal((await other.verify()).valid, true);
  });

const id = (value: string) => ({ _id: value as never });

found(
  'an entry that was changed is found',
  (ids) => entries.updateOne(id(ids[2]!), { $set: { action: 'consent.granted', actor: 'user-2' } }),
  (ids) => ids[2]!,
  5,
);
found(
  'an entry whose time was changed is found',
  (ids) => entries.updateOne(id(ids[4]!), { $set: { at: new Date(0) } }),
  (ids) => ids[4]!,
  5,
);
found(
  'an entry that was removed is found by the one after it',
  (ids) => entries.deleteOne(id(ids[1]!)),
  (ids) => ids[2]!,
  4,
);
found(
  'a beginning that was removed is found',
  (ids) => entries.deleteMany({ _id: { $in: ids.slice(0, 2) as never[] } }),
  (ids) => ids[2]!,
  3,
);
found(
  'an end that was cut off is found by what was written down apart',
  (ids) => entries.deleteMany({ _id: { $in: ids.slice(3) as never[] } }),
  (ids) => ids[4]!,
  3,
);
found(
  'a log that was emptied is found',
  (_, tenant) => entries.deleteMany({ tenant }),
  (ids) => ids[4]!,
  0,
);
found(
  'a removed head is found',
  (_, tenant) => heads.deleteMany({ tenant }),
  (ids) => ids[4]!,
  5,
);
found(
  'a head that was set back without the key is found',
  async (ids, tenant) => {
    const [fourth] = await entries.find(id(ids[3]!)).toArray();
    await entries.deleteOne(id(ids[4]!));
    await heads.updateOne({ tenant }, { $set: { sequence: 4, hash: fourth!['hash'], entryId: ids[3] } });
  },
  (ids) => ids[3]!,
  4,
);
found(
  'entries that changed places are found',
  async (ids, tenant) => {
    await entries.updateOne(id(ids[1]!), { $set: { sequence: 99 } });
    await entries.updateOne(id(ids[2]!), { $set: { sequence: 2 } });
    await entries.updateOne({ tenant, sequence: 99 }, { $set: { sequence: 3 } });
  },
  (ids) => ids[2]!,
  5,
);

test('what was cut off stays missed when the log goes on', async () => {
  const { ids, verify, consent } = await logged(4);
  await entries.deleteMany({ _id: { $in: ids.slice(2) as never[] } });
  for (let times = 0; times < 3; times++) await consent({});
  assert.equal((await verify()).valid, false);
});

test('writers side by side, in two processes, make one chain', async () => {
  const { tenant, asker, verify, askOk: asks } = await logged(0);
  const second = await startPrivacy({}, parts);
  const RECORD = 'mutation($input: ConsentInput!) { recordConsent(input: $input) { at } }';
  await Promise.all(
    Array.from({ length: 20 }, (_, index) => {
      const variables = { input: { customerId: `c-${index}`, purpose: 'training', granted: true } };
      return index % 2 === 0 ? asks(RECORD, variables) : askOk(second.subgraph, RECORD, variables, asker);
    }),
  );
  assert.deepEqual(await verify(), { valid: true, entries: 20, firstBrokenId: null });
  await second[Symbol.asyncDispose]();
  assert.equal(await entries.countDocuments({ tenant }), 20);
});

test('the log needs its scope', async () => {
  for (const query of ['{ auditLog { totalCount } }', '{ verifyAuditLog { valid } }'])
    assert.equal((await story(undefined, ['privacy:admin']).ask(query)).errors[0]?.code, 'FORBIDDEN');
});
