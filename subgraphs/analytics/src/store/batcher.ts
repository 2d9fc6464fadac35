interface Waiting<Item> {
  items: readonly Item[];
  resolve(): void;
  reject(error: unknown): void;
}

/**
 * Group commit: one write at a time, and what is added while it runs is written together by the next, at most `maxItems` at once (one call's items
 * stay together). No call waits on purpose, because the events of one customer come one after the other. When a shared write fails each call is
 * tried alone, so that one bad row fails only its own call.
 */
export function createBatcher<Item>(write: (items: readonly Item[]) => Promise<void>, { maxItems }: { maxItems: number }) {
  let waiting: Waiting<Item>[] = [];
  let running: Promise<void> | undefined;

  async function writeTogether(group: Waiting<Item>[]): Promise<void> {
    try {
      await write(group.flatMap(({ items }) => items));
      for (const { resolve } of group) resolve();
    } catch (error) {
      if (group.length === 1) return group[0]!.reject(error);
      for (const one of group) await writeTogether([one]);
    }
  }

  function takeGroup(): Waiting<Item>[] {
    let taken = 0;
    let size = 0;
    while (taken < waiting.length && (taken === 0 || size + waiting[taken]!.items.length <= maxItems)) size += waiting[taken++]!.items.length;
    return waiting.splice(0, taken);
  }

  async function run(): Promise<void> {
    await undefined; // what is added in this turn of the event loop goes together
    while (waiting.length > 0) await writeTogether(takeGroup());
    running = undefined;
  }

  /** Resolves when nothing waits. */
  const flush = (): Promise<void> => (running ??= run());

  return {
    add: (items: readonly Item[]): Promise<void> =>
      new Promise((resolve, reject) => {
        waiting.push({ items, resolve, reject });
        void flush();
      }),
    flush,
  };
}
