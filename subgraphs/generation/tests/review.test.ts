import { newTenant } from '@customerai/testkit';
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { analysed, completed, draftsOf, type Fixture, REFUNDS, required, startFixture, writeArticle } from './generation-fixture.ts';

let fixture: Fixture;
before(async () => {
  fixture = await startFixture();
});
after(() => fixture[Symbol.asyncDispose]());

async function drafted() {
  const tenant = newTenant();
  await writeArticle(fixture, tenant, REFUNDS);
  const interactionId = fixture.interaction(tenant, 'I want a refund');
  await fixture.publish(analysed(fixture, tenant, interactionId));
  const now = async () => (await draftsOf(fixture, tenant, interactionId))[0];
  return { tenant, now, id: (await now()).id as string };
}

test('a draft goes into review and is approved', async () => {
  const { tenant, now, id } = await drafted();
  await fixture.publish(required(fixture, tenant, id));
  assert.equal((await now()).status, 'IN_REVIEW');
  await fixture.publish(completed(fixture, tenant, id, 'APPROVE'));
  assert.equal((await now()).status, 'APPROVED');
});

test('a rejected draft stays rejected, whatever comes late or twice', async () => {
  const { tenant, now, id } = await drafted();
  for (const event of [
    completed(fixture, tenant, id, 'REJECT'),
    required(fixture, tenant, id),
    completed(fixture, tenant, id, 'APPROVE'),
    completed(fixture, tenant, id, 'REJECT'),
  ]) {
    await fixture.publish(event);
    assert.equal((await now()).status, 'REJECTED');
  }
});

test('an edit brings the text that the reviewer left', async () => {
  const { tenant, now, id } = await drafted();
  fixture.decisions.set(`item-${id}`, { action: 'EDIT', editedText: 'Hello, here is a better answer.' });
  await fixture.publish(required(fixture, tenant, id));
  await fixture.publish(completed(fixture, tenant, id, 'EDIT'));
  const { status, text } = await now();
  assert.deepEqual([status, text], ['APPROVED', 'Hello, here is a better answer.']);
  fixture.decisions.set(`item-${id}`, { action: 'EDIT', editedText: 'Another one.' });
  await fixture.publish(completed(fixture, tenant, id, 'EDIT'));
  assert.equal((await now()).text, 'Hello, here is a better answer.');
});

test('an escalated draft stays in review', async () => {
  const { tenant, now, id } = await drafted();
  await fixture.publish(completed(fixture, tenant, id, 'ESCALATE'));
  assert.equal((await now()).status, 'IN_REVIEW');
});

test("another tenant's review changes nothing", async () => {
  const { now, id } = await drafted();
  await fixture.publish(completed(fixture, newTenant(), id, 'APPROVE'));
  assert.equal((await now()).status, 'DRAFT');
});
