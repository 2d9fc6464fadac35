import { createClient } from '@customerai/sdk';

await using client = createClient({ url: process.env['CUSTOMERAI_URL'] ?? 'http://127.0.0.1:4000' });
await client.signIn({ email: process.env['CUSTOMERAI_EMAIL']!, password: process.env['CUSTOMERAI_PASSWORD']! });

const { promise: isOpen, resolve: onReady } = Promise.withResolvers<unknown>();
const updates = client.reviewQueueUpdated({ filter: { priority: ['URGENT', 'HIGH'] } }, { onReady });
const first = updates.next();
await isOpen; // nothing is missed from here on

await client.submitInteraction({
  input: {
    customerId: 'c-42',
    customerName: 'Mara',
    channel: 'EMAIL',
    text: 'My parcel is eleven days late. This is the worst service ever and I am furious.',
  },
});

const { value: update } = await first;
if (update) console.log(update.change, update.item.priority, update.item.reasons.join(', '));
