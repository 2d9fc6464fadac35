import { openErasures, openStore } from '@customerai/store';
import { createTestParts, newTenant, viewer } from '@customerai/testkit';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addReviewItem } from '../src/commands/add-review-item.ts';
import { claimNext } from '../src/commands/claim-next.ts';
import { createLanes } from '../src/commands/lanes.ts';
import { parseConfig } from '../src/config.ts';
import type { Deps } from '../src/context.ts';
import { createPresence } from '../src/presence.ts';
import { createReviewStore } from '../src/store/reviews.ts';

test('reviewers on four replicas never get the same item, and every item finds one', async () => {
  await using parts = await createTestParts();
  await using stack = new AsyncDisposableStack();
  const open = async (): Promise<Deps> => {
    const store = stack.use(await openStore({ url: parts.mongoUrl, database: 'review', bus: parts.bus, onError: () => {} }));
    const reviews = createReviewStore(store);
    const erasures = openErasures(store);
    await store.start();
    return { config: parseConfig({ REVIEW_SAMPLE_SHARE: '1' }), reviews, erasures, presence: createPresence(parts), lanes: createLanes(), ...parts };
  };
  const replicas = await Promise.all([open(), open(), open(), open()]);
  const tenant = newTenant();
  for (let count = 0; count < 24; count++) {
    const responseId = parts.newId();
    const facts = {
      responseId,
      confidence: 1,
      groundedness: 1,
      flags: [],
      piiTypes: [],
      interactionId: responseId,
      customerId: 'c',
      channel: 'CHAT' as const,
    };
    // Two replicas hear of the same draft.
    await Promise.all(replicas.slice(0, 2).map((replica) => addReviewItem(replica, { ...facts, tenant })));
  }
  const claims = Array.from({ length: 40 }, (_, index) =>
    claimNext(replicas[index % 4]!, viewer(tenant, ['reviews:write'], `reviewer-${index}`), {}),
  );
  const taken = (await Promise.all(claims)).filter((item) => item !== undefined);
  assert.equal(taken.length, 24);
  assert.equal(new Set(taken.map(({ id }) => id)).size, 24);
  assert.equal(new Set(taken.map(({ responseId }) => responseId)).size, 24);
});
