import { type Env, parseEnv, readerKey } from '@customerai/service';

const shape = { SENTIMENT_CACHE_KEY: readerKey };

export type Config = ReturnType<typeof parseConfig>;

/** The README's table says what each variable means and why its default is what it is. */
export function parseConfig(env: Env) {
  return Object.freeze({ cacheKey: parseEnv(shape, env).SENTIMENT_CACHE_KEY });
}
