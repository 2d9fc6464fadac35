import { aiClassify, type Parts } from '@customerai/service';
import { ask, askOk, createTestParts, newTenant, type TestParts, viewer } from '@customerai/testkit';
import { startSentiment } from '../src/index.ts';

/** A model that reads three words, notes what it was asked, and can be told to fail. */
export async function serveFakeModel(parts: Parts) {
  const model = { name: 'fake', version: '1.0.0', languages: ['en'] };
  const fake = { asked: [] as string[][], failures: 0, model };
  await parts.rpc.serve(aiClassify, async ({ texts }) => {
    if (texts.length > 0) fake.asked.push([...texts]);
    if (fake.failures > 0 && texts.length > 0) {
      fake.failures -= 1;
      throw new Error('the model is away');
    }
    return { model: fake.model, results: texts.map(classify) };
  });
  return fake;
}

function classify(text: string) {
  if (/terrible|angry/i.test(text))
    return { probabilities: { negative: 0.9, neutral: 0.06, positive: 0.04 }, emotions: [{ emotion: 'anger', score: 0.8 }] };
  if (/love|thank/i.test(text))
    return { probabilities: { negative: 0.05, neutral: 0.1, positive: 0.85 }, emotions: [{ emotion: 'joy', score: 0.7 }] };
  return { probabilities: { negative: 0.1, neutral: 0.7, positive: 0.2 }, emotions: [] };
}

export const SCOPES = ['interactions:read', 'interactions:write', 'sentiment:read'];

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
  return {
    parts,
    model,
    service,
    story,
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
