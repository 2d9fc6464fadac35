import { ConfigError } from '@customerai/service';
import { PARTS } from '../domain/model-spec.ts';
import { isFailed, type Runtime } from '../inference/runtime.ts';
import type { ModelFolder } from '../store/model-folder.ts';

/** The loaded versions, each loaded once however many parts it plays. */
export interface Shelf extends AsyncDisposable {
  /** The version, loaded and tried. `holder` keeps it loaded until it lets go. Throws `ConfigError` when it cannot be loaded or gives no usable answers. */
  hold(folder: ModelFolder, holder: string): Promise<Runtime>;
  /** A version that nobody holds any more finishes what it was asked, then goes; resolves when it has. */
  release(name: string, version: string, holder: string): Promise<void>;
  /** The version, if it is loaded. */
  find(name: string, version: string): Runtime | undefined;
  isHeldBy(name: string, version: string, holder: string): boolean;
  loaded(): Runtime[];
}

/** Asked of every version before it may answer anybody. */
const TRIALS = ['Hello! Is anybody there?', '', 'Ann from Rome says the battery is awful. '.repeat(40)];

const keyOf = (name: string, version: string) => `${name}/${version}`;

export function createShelf(load: (folder: ModelFolder) => Promise<Runtime>): Shelf {
  const entries = new Map<string, { runtime: Promise<Runtime>; ready?: Runtime; holders: Set<string> }>();

  async function loadAndTry(folder: ModelFolder): Promise<Runtime> {
    const runtime = await load(folder);
    try {
      const answers = [...(await runtime.analyze(TRIALS, PARTS)), ...(runtime.spec.outputs['embedding'] ? await runtime.embed(TRIALS) : [])];
      const failed = answers.find((answer) => isFailed(answer));
      if (failed) throw new Error((failed as { error: { message: string } }).error.message);
      return runtime;
    } catch (error) {
      await runtime[Symbol.asyncDispose]();
      const { name, version } = folder.spec;
      throw new ConfigError(`The model ${name} ${version} was loaded, but fails on trial: ${(error as Error).message}`, { cause: error });
    }
  }

  return {
    hold: async (folder, holder) => {
      const key = keyOf(folder.spec.name, folder.spec.version);
      const entry = entries.get(key) ?? { runtime: loadAndTry(folder), holders: new Set() };
      entries.set(key, entry);
      entry.holders.add(holder);
      try {
        return (entry.ready = await entry.runtime);
      } catch (error) {
        if (entries.get(key) === entry) entries.delete(key);
        throw error;
      }
    },
    release: async (name, version, holder) => {
      const key = keyOf(name, version);
      const entry = entries.get(key);
      if (!entry?.holders.delete(holder) || entry.holders.size > 0) return;
      entries.delete(key);
      await (await entry.runtime)[Symbol.asyncDispose]();
    },
    find: (name, version) => entries.get(keyOf(name, version))?.ready,
    isHeldBy: (name, version, holder) => entries.get(keyOf(name, version))?.holders.has(holder) ?? false,
    loaded: () => [...entries.values()].flatMap(({ ready }) => ready ?? []),
    [Symbol.asyncDispose]: async () => {
      const all = [...entries.values()];
      entries.clear();
      for (const { runtime } of all) await (await runtime)[Symbol.asyncDispose]();
    },
  };
}
