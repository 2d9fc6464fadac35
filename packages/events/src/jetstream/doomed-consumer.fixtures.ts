/** A process that takes one event in hand and never finishes it; it says so on standard output. Made to be killed. */
import { openJetStreamBus } from './index.ts';

const [url, stream, prefix, lease] = process.argv.slice(2) as [string, string, string, string];
const bus = await openJetStreamBus({ url, stream, prefix, lease: Number(lease) });
await bus.consume({
  name: 'recorder',
  types: ['test.happened'],
  async onDeadLetter() {},
  handle() {
    process.stdout.write('in hand\n');
    return new Promise(() => {});
  },
});
