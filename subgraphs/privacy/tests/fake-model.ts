import { aiAnalyze, type Parts, unavailable } from '@customerai/service';

export type FakeModel = Awaited<ReturnType<typeof serveFakeModel>>;

const types = { NAME: ['PERSON', 0.9], PLACE: ['LOCATION', 0.3], DATE: ['DATE_TIME', 0.8], NEW: ['NEWTYPE', 0.7] } as const;

/** A model that takes `NAME_...` for a person, `PLACE_...` for a place and so on, notes what it was asked, and can be told to fail. */
export async function serveFakeModel(parts: Parts) {
  const fake = { asked: [] as string[], failing: undefined as 'all' | 'each' | undefined, truncating: false, blind: false };
  await parts.rpc.serve(aiAnalyze, async ({ texts }) => {
    fake.asked.push(...texts);
    if (fake.failing === 'all' && texts.length > 0) throw unavailable('The model');
    const results = texts.map((text) => {
      if (fake.failing === 'each') return { error: { code: 'SERVICE_UNAVAILABLE', message: 'no usable answer' } };
      const entities = [...text.matchAll(/(NAME|PLACE|DATE|NEW)_\p{L}+/gu)].map((match) => {
        const [type, score] = types[match[1] as keyof typeof types];
        return { type, score, start: match.index, end: match.index + match[0].length };
      });
      return { version: '1', windows: 1, truncated: fake.truncating, ...(fake.blind ? {} : { entities }) };
    });
    return { model: { name: 'fake', version: '1', languages: ['en'] }, results };
  });
  return fake;
}
