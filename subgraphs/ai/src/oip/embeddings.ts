import { badInput, ServiceError } from '@customerai/service';
import { z } from 'zod';
import { isFailed } from '../inference/runtime.ts';
import type { ModelService } from '../serving/model-service.ts';

const MOST_TEXTS = 256;
const MOST_CHARACTERS = 100_000;
const schema = z.object({
  input: z.union([z.string(), z.array(z.string()).min(1)]),
  model: z.string(),
  encoding_format: z.enum(['float', 'base64']).default('float'),
  dimensions: z.number().optional(),
});

/** OpenAI's `/v1/embeddings`, by the live version. */
export async function answerEmbeddings(model: ModelService, body: unknown, signal: AbortSignal) {
  const parsed = schema.safeParse(body);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw badInput(issue!.path.join('.') || 'body', `"${issue!.path.join('.')}": ${issue!.message}`);
  }
  const { input, encoding_format: format, dimensions, model: named } = parsed.data;
  const texts = typeof input === 'string' ? [input] : input;
  if (named !== model.name) throw new ServiceError('NOT_FOUND', `There is no model "${named}" here; embeddings are made by "${model.name}".`);
  if (texts.length > MOST_TEXTS) throw badInput('input', `At most ${MOST_TEXTS} texts at a time; these are ${texts.length}.`);
  if (texts.some(({ length }) => length > MOST_CHARACTERS)) throw badInput('input', `A text has at most ${MOST_CHARACTERS} characters.`);
  const { spec, results } = await model.embed(texts, { signal });
  const data = results.map((result, index) => {
    if (isFailed(result)) throw new ServiceError('SERVICE_UNAVAILABLE', result.error.message);
    const { vector } = result;
    if (dimensions !== undefined && dimensions !== vector.length) throw badInput('dimensions', `Vectors have ${vector.length} dimensions.`);
    const bytes = Buffer.from(vector.buffer, vector.byteOffset, vector.byteLength);
    return { object: 'embedding', index, embedding: format === 'base64' ? bytes.toString('base64') : Array.from(vector) };
  });
  const tokens = results.reduce((sum, result) => sum + (isFailed(result) ? 0 : result.tokens), 0);
  return { object: 'list', data, model: `${spec.name}-${spec.version}`, usage: { prompt_tokens: tokens, total_tokens: tokens } };
}
