/** Answers that are being made, shared by all who ask for the same meanwhile. Nothing is kept once it is there. */
export interface InFlight<T> {
  share(key: string, make: () => Promise<T>): Promise<T>;
  /** Who asks from now on gets an answer of its own: what was begun before may not show what just changed. */
  forget(): void;
}

/** `copy` makes what a second asker gets, when the first may change what it got; left out where nobody does. */
export function createInFlight<T>(copy?: (value: T) => T): InFlight<T> {
  let underWay = new Map<string, { promise: Promise<T>; others: ((value: T) => void)[] }>();
  return {
    share: (key, make) => {
      const known = underWay.get(key);
      if (known && !copy) return known.promise;
      if (known) {
        // Copies are made before the first asker goes on.
        const other = Promise.withResolvers<T>();
        known.others.push(other.resolve);
        known.promise.catch(other.reject);
        return other.promise;
      }
      const mine = underWay;
      const entry: { promise: Promise<T>; others: ((value: T) => void)[] } = { promise: undefined as never, others: [] };
      entry.promise = make().then(
        (value) => {
          mine.delete(key);
          for (const resolve of entry.others) resolve(copy!(value));
          return value;
        },
        (error: unknown) => {
          mine.delete(key);
          throw error;
        },
      );
      mine.set(key, entry);
      return entry.promise;
    },
    forget: () => void (underWay = new Map()),
  };
}
