import { hash, type Options, verify } from '@node-rs/argon2';
import { normalizePassword } from '../domain/password.ts';
import { signInBusy } from '../errors.ts';

/** argon2id at OWASP's minimum: 19 MiB, 2 passes, 1 lane; about 30 ms of one core. `algorithm` 2 is argon2id. */
const PARAMETERS: Options = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 };
/** As many as libuv has threads: more at once would only take memory and hold up file and name look-ups. */
const AT_ONCE = 4;
/** Sign-ins that may wait for a place: a shift that starts at nine gets in (at most about 0.2 s late), a flood does not. */
const MAY_WAIT = 16;

export interface PasswordHasher {
  hash(password: string): Promise<string>;
  /** Takes the same time when `stored` is undefined (then the answer is false), so that time does not tell whether an account exists. */
  verify(stored: string | undefined, password: string): Promise<boolean>;
}

/** Hashes at most four passwords at once, sixteen may wait; further calls throw RATE_LIMITED at once, so that a flood cannot starve the process. */
export async function createPasswordHasher(): Promise<PasswordHasher> {
  const decoy = await hash('no account has this password', PARAMETERS);
  let running = 0;
  const waiting: (() => void)[] = [];
  const admit = async <Result>(work: () => Promise<Result>): Promise<Result> => {
    if (running < AT_ONCE) running += 1;
    else if (waiting.length >= MAY_WAIT) throw signInBusy();
    else await new Promise<void>((resolve) => waiting.push(resolve)); // the one that leaves hands its place on
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
    }
  };
  return {
    hash: (password) => admit(() => hash(normalizePassword(password), PARAMETERS)),
    verify: (stored, password) => admit(async () => (await verify(stored ?? decoy, normalizePassword(password))) && stored !== undefined),
  };
}
