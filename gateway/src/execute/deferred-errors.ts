import type { GraphQLError } from 'graphql';
import { covers } from './deferred-places.ts';
import type { Path } from './targets.ts';

/**
 * Which errors go with which piece of a part. `held` are those of other parts that had no place there, `own` those that the part's fetches brought. Found by path,
 * since a list may have thousands of pieces and as many errors.
 */
export function createClaims(held: readonly GraphQLError[], own: readonly GraphQLError[]) {
  const left = new Set([...held, ...own]);
  /** Of the part's own, those that are about all its places: the first piece takes them. */
  const stray = new Set(own.filter(({ path }) => path === undefined));
  const byLength = new Map<number, Map<string, GraphQLError[]>>();

  /** Errors at or below the places of so long a path, by that path. */
  function below(length: number): Map<string, GraphQLError[]> {
    let known = byLength.get(length);
    if (known) return known;
    byLength.set(length, (known = new Map()));
    for (const error of left) {
      if (!error.path || error.path.length < length) continue;
      const key = keyOf(error.path.slice(0, length));
      const same = known.get(key);
      if (same) same.push(error);
      else known.set(key, [error]);
    }
    for (const error of own) if (left.has(error) && error.path && error.path.length < length) stray.add(error);
    return known;
  }

  return {
    /** The errors of the piece that was written at `path`. */
    claim: (path: Path, written: unknown): readonly GraphQLError[] => {
      if (left.size === 0) return [];
      const found = (below(path.length).get(keyOf(path)) ?? []).filter((error) => left.has(error) && covers(written, error.path!.slice(path.length)));
      const claimed = [...stray, ...found];
      stray.clear();
      for (const error of claimed) left.delete(error);
      return claimed;
    },
    /** Those that nobody claimed. */
    left: (): GraphQLError[] => [...left],
  };
}

const keyOf = (path: Path): string => JSON.stringify(path);
