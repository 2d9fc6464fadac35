import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import { percentile, printTable } from './figures.ts';
import { startPlatformProcess, withDataDir } from './platform-process.ts';

const RATE = 20;
const SECONDS = 30;
const WARM_UP = 40;

/** From the moment a message is submitted to the moment a subscriber has its review item, every other service's fields included. */
export async function run(): Promise<void> {
  await withDataDir(async (dataDir) => {
    await using platform = await startPlatformProcess(dataDir);
    const { url, token } = platform;
    const post = async (query: string, variables: object = {}) => {
      const response = await fetch(`${url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
        body: JSON.stringify({ query, variables }),
      });
      const { data, errors } = (await response.json()) as { data: any; errors?: { message: string }[] };
      if (errors) throw new Error(errors[0]!.message);
      return data;
    };
    await post(
      `mutation { upsertKnowledgeArticle(input: { title: "Late parcels", body: "When a parcel is late, we send the order again at no cost." }) { id } }`,
    );

    const submitted = new Map<string, number>(); // marker -> time
    const submitMs: number[] = [];
    const eventMs: number[] = [];
    let arrived = 0;
    const socket = createClient({
      url: `${url.replace(/^http/, 'ws')}/graphql`,
      webSocketImpl: WebSocket,
      connectionParams: { authorization: `Bearer ${token}` },
    });
    const query = `subscription { reviewQueueUpdated { change item { priority interaction { externalId customer { name } sentiment { label } } response { text } } } }`;
    const allHere = Promise.withResolvers<void>();
    const total = RATE * SECONDS + WARM_UP;
    socket.subscribe<any>(
      { query },
      {
        next: ({ data }) => {
          const { change, item } = data.reviewQueueUpdated;
          const begin = change === 'ADDED' ? submitted.get(item.interaction.externalId) : undefined;
          if (begin === undefined) return;
          if (++arrived > WARM_UP) eventMs.push(performance.now() - begin);
          if (arrived === total) allHere.resolve();
        },
        error: (error) => allHere.reject(error),
        complete: () => {},
      },
    );
    await new Promise((resolve) => socket.on('connected', resolve));

    let due = performance.now();
    for (let index = 0; index < total; index++) {
      due += 1000 / RATE;
      await new Promise((resolve) => setTimeout(resolve, Math.max(0, due - performance.now())));
      const externalId = `bench-${index}`;
      const begin = performance.now();
      submitted.set(externalId, begin);
      const input = {
        externalId,
        customerId: `c-${index % 50}`,
        customerName: 'Bench',
        channel: 'EMAIL',
        text: `Order ${index} is late again, this is awful and I am very angry.`,
      };
      void post(`mutation($input: SubmitInteractionInput!) { submitInteraction(input: $input) { id } }`, { input }).then(
        () => index >= WARM_UP && submitMs.push(performance.now() - begin),
        (error) => allHere.reject(error),
      );
    }
    const late = setTimeout(
      () => allHere.reject(new Error(`${total - arrived} of ${total} review items had not arrived 30 s after the last message.`)),
      30_000,
    );
    await allHere.promise;
    clearTimeout(late);
    await socket.dispose();
    printTable(
      [`at ${RATE} messages a second for ${SECONDS} s`, 'floor', 'measured (ms)'],
      [
        ['submitInteraction answered, p50', '', percentile(submitMs, 0.5)],
        ['submitInteraction answered, p99', '', percentile(submitMs, 0.99)],
        ['reviewQueueUpdated received, p50', 'at most 150', percentile(eventMs, 0.5)],
        ['reviewQueueUpdated received, p99', 'at most 500', percentile(eventMs, 0.99)],
        ['resident memory after it (MB)', '', platform.residentMb()],
      ],
    );
  });
}
