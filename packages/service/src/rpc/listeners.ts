/** Hears one message. What it returns is waited for, so that who tells is never far ahead of who listens. */
export type Hear = (message: unknown) => void | Promise<void>;

/** Who listens to which subject. */
export interface Listeners {
  add(subject: string, hear: Hear): AsyncDisposable;
  /** Resolves when everybody has heard it; one who fails keeps it from nobody. */
  tell(subject: string, message: unknown): Promise<void>;
  has(subject: string): boolean;
}

export function createListeners(): Listeners {
  const bySubject = new Map<string, Set<Hear>>();
  return {
    add: (subject, hear) => {
      const own: Hear = (message) => hear(message); // who listens twice hears twice
      const present = bySubject.get(subject);
      if (present) present.add(own);
      else bySubject.set(subject, new Set([own]));
      return {
        [Symbol.asyncDispose]: async () => {
          const left = bySubject.get(subject);
          if (left?.delete(own) && left.size === 0) bySubject.delete(subject);
        },
      };
    },
    tell: async (subject, message) => {
      const all = bySubject.get(subject);
      if (all) await Promise.allSettled([...all].map(async (hear) => hear(message)));
    },
    has: (subject) => bySubject.has(subject),
  };
}
