import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { ConfigError, type Env, parseEnv } from './config.ts';

const RELOAD_MS = 60_000; // certificates are renewed days before they end; a minute late is early enough

/** PEM texts: this process's certificate chain and key, and the authorities whose certificates it accepts. */
export interface TlsMaterial {
  cert: string;
  key: string;
  ca: string;
}

/** TLS between services, read from files and again when they have changed: an orchestrator renews certificates under a running process. */
export interface Tls extends Disposable {
  current(): TlsMaterial;
  /** Called with the new material. A listener that throws is reported, and the others are called all the same. */
  onChange(listener: (material: TlsMaterial) => void): void;
  /** Looks at the files now; otherwise it is done every minute. */
  reload(): void;
}

export const tlsEnv = { TLS_CERT_FILE: z.string().optional(), TLS_KEY_FILE: z.string().optional(), TLS_CA_FILE: z.string().optional() };

/** Undefined when none of the three variables is set. Throws `ConfigError` when only some are, or a file cannot be read. */
export function openTls(env: Env, onError: (error: Error) => void): Tls | undefined {
  const { TLS_CERT_FILE: cert, TLS_KEY_FILE: key, TLS_CA_FILE: ca } = parseEnv(tlsEnv, env);
  if (!cert && !key && !ca) return undefined;
  if (!cert || !key || !ca) {
    const missing = [!cert && 'TLS_CERT_FILE', !key && 'TLS_KEY_FILE', !ca && 'TLS_CA_FILE'].filter(Boolean).join(' and ');
    throw new ConfigError(
      `TLS_CERT_FILE, TLS_KEY_FILE and TLS_CA_FILE belong together: ${missing} is missing. Set all three, or none for plain HTTP.`,
    );
  }
  const read = (): TlsMaterial => ({ cert: readFileSync(cert, 'utf8'), key: readFileSync(key, 'utf8'), ca: readFileSync(ca, 'utf8') });
  let current: TlsMaterial;
  try {
    current = read();
  } catch (error) {
    throw new ConfigError(`A TLS file cannot be read (${(error as Error).message}). Check TLS_CERT_FILE, TLS_KEY_FILE and TLS_CA_FILE.`, {
      cause: error,
    });
  }

  const listeners: ((material: TlsMaterial) => void)[] = [];
  const guarded = (work: () => void) => {
    try {
      work();
    } catch (error) {
      onError(new Error('A renewed certificate could not be taken over; the former one stays in use.', { cause: error }));
    }
  };
  const reload = () =>
    guarded(() => {
      const next = read();
      if (next.cert === current.cert && next.key === current.key && next.ca === current.ca) return;
      current = next;
      for (const listener of listeners) guarded(() => listener(next));
    });
  const timer = setInterval(reload, RELOAD_MS).unref();
  return {
    current: () => current,
    onChange: (listener) => void listeners.push(listener),
    reload,
    [Symbol.dispose]: () => clearInterval(timer),
  };
}
