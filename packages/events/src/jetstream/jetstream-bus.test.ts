import { after } from 'node:test';
import { describeEventBus } from '../bus.contract.ts';
import { openJetStreamBus } from './index.ts';
import { findNatsServer, startNatsServer } from './nats-server.fixtures.ts';

const path = findNatsServer();
const skip = path ? undefined : 'NOT TESTED: no nats-server on PATH or in the sbin folders. Install it (apt-get install nats-server) and run again.';
const server = path ? await startNatsServer(path) : undefined;
after(() => server?.[Symbol.asyncDispose]());
let logs = 0;

/** Each test has its own stream on the one server. */
async function createLog() {
  const number = ++logs;
  return {
    open: () => openJetStreamBus({ url: server!.url, stream: `EVENTS_${number}`, prefix: `evt${number}` }),
    async [Symbol.asyncDispose]() {},
  };
}

describeEventBus('JetStream', createLog, { skip });
