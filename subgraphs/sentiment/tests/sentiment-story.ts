import { aiAnalyze, badInput, type Parts } from '@customerai/service';
import { ask, askOk, createTestParts, newTenant, type TestParts, viewer } from '@customerai/testkit';
import { startSentiment } from '../src/index.ts';

/**
 * A model that reads three words, finds parcels and apps, notes what it was asked, and can be told to fail: at all texts, or at those with a
 * certain word; or to wait. Versions: the live one, and any that starts with "2".
 */
export async function serveFakeModel(parts: Parts) {
  const model = { name: 'fake', version: '1.0.0', languages: ['en'] };
  const fake = {
    asked: [] as string[][],
    priorities: [] as (string | undefined)[],
    failures: 0,
    failAt: 'unreadable',
    held: undefined as Promise<void> | undefined,
    model,
  };
  await parts.rpc.serve(aiAnalyze, async ({ texts, parts: wanted = [], priority, version = fake.model.version }) => {
    if (version !== fake.model.version && !version.startsWith('2')) throw badInput('version', `Version ${version} is not deployed.`);
    if (texts.length > 0) {
      fake.asked.push([...texts]);
      fake.priorities.push(priority);
    }
    if (texts.length > 0) await fake.held;
    if (fake.failures > 0 && texts.length > 0) {
      fake.failures -= 1;
      throw new Error('the model is away');
    }
    return {
      model: { ...fake.model, version },
      results: texts.map((text) => (text.includes(fake.failAt) ? FAILED : analyse(text, wanted, version))),
    };
  });
  return fake;
}

const FAILED = { error: { code: 'SERVICE_UNAVAILABLE', message: 'The model gave no usable answer for a text.' } };

function analyse(text: string, wanted: readonly string[], version: string) {
  const label = /terrible|angry/i.test(text) ? ('NEGATIVE' as const) : ('POSITIVE' as const);
  return {
    version,
    windows: 1,
    truncated: false,
    ...classify(text),
    ...(wanted.includes('aspects') && {
      aspects: [...text.matchAll(/parcel|mobile app/gi)].map(({ index, 0: term }) => ({ start: index, end: index + term.length, label, score: 0.9 })),
    }),
    ...(wanted.includes('intents') && { intents: [{ set: 'intent', label: 'track_order', score: 0.8 }] }),
  };
}

function classify(text: string) {
  if (/terrible|angry/i.test(text))
    return { probabilities: { negative: 0.9, neutral: 0.06, positive: 0.04 }, emotions: [{ emotion: 'anger', score: 0.8 }] };
  if (/love|thank/i.test(text))
    return { probabilities: { negative: 0.05, neutral: 0.1, positive: 0.85 }, emotions: [{ emotion: 'joy', score: 0.7 }] };
  return { probabilities: { negative: 0.1, neutral: 0.7, positive: 0.2 }, emotions: [] };
}

export const SCOPES = ['interactions:read', 'interactions:write', 'sentiment:read', 'reviews:read', 'reviews:write', 'privacy:write', 'models:write'];

/** The service on real embedded parts with the fake model. One per test file; each test takes its own tenant by `story()`. */
export async function startStories() {
  const parts: TestParts = await createTestParts();
  const model = await serveFakeModel(parts);
  const service = await startSentiment({}, parts);

  const story = (tenant = newTenant(), scopes = SCOPES) => {
    const asker = viewer(tenant, scopes);
    const okAs = (query: string, variables: Record<string, unknown> = {}) => askOk(service.subgraph, query, variables, asker);
    return {
      tenant,
      asker,
      ask: (query: string, variables: Record<string, unknown> = {}) => ask(service.subgraph, query, variables, asker),
      askOk: okAs,
      /** Submits one message and answers its id. */
      submit: async (input: object = {}): Promise<string> => {
        const whole = { customerId: 'c-1', channel: 'EMAIL', text: 'Where is my parcel?', ...input };
        return (await okAs('mutation($input: SubmitInteractionInput!) { submitInteraction(input: $input) { id } }', { input: whole }))
          .submitInteraction.id;
      },
    };
  };

  /** The tenant's events of one type, as they stand in the log. */
  async function eventsOf(tenant: string, type: string): Promise<any[]> {
    const { lastSequence } = await parts.bus.status();
    const events: any[] = [];
    for await (const { event } of await parts.bus.tail({ types: [type], tenant, from: 1, to: lastSequence })) events.push(event);
    return events;
  }

  return {
    parts,
    model,
    service,
    story,
    eventsOf,
    /** Until every event has had its effect. */
    settle: async () => {
      await service.settle();
      await parts.bus.settle();
      await service.settle();
      await parts.bus.settle();
    },
    stop: async () => {
      await service[Symbol.asyncDispose]();
      await parts[Symbol.asyncDispose]();
    },
  };
}
