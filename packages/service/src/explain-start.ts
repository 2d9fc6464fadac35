import { EventServerUnavailable, withoutCredentials } from '@customerai/events';
import { ConfigError } from './config.ts';

/** MongoDB's code for a wrong user or password. */
const REFUSED = 18;

/** Of what a start throws: a server that does not answer, in the words of whoever can mend it. Everything else as it is. */
export function explainStart(error: unknown, mongoUrl: string | undefined): unknown {
  if (error instanceof EventServerUnavailable) return new ConfigError(error.message, { cause: error });
  if (!mongoUrl || !(error instanceof Error)) return error;
  const silent = /^Mongo(ose)?ServerSelectionError$/.test(error.name);
  const refused = (error as { code?: unknown }).code === REFUSED;
  if (!silent && !refused) return error;
  const where = withoutCredentials(mongoUrl.replace(/\?.*/, ''));
  const what = refused ? 'refuses the user or the password' : `does not answer (${error.message})`;
  return new ConfigError(`MongoDB at ${where} ${what}. Start it there or correct MONGO_URL; "npm start" without MONGO_URL brings an embedded one.`, {
    cause: error,
  });
}
