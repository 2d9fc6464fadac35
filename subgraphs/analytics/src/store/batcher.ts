interface Waiting<Item> {
  items: readonly Item[];
  resolve(): void;
  reject(error: unknown): void;
}

/**
 * Group commit: calls that come within `lingerMs` are written together, at most `maxItems` at once (one call's items stay together), one write at
 * a time. When a shared write fails each call is tried alone, so that one bad row fails only its own call.
 */
export function createBatcher<Item>(
  write: (items: readonly Item[]) => Promise<void>,
  { lingerMs, maxItems }: { lingerMs: number; maxItems: number },
) {
  let waiting: Waiting<Item>[] = [];
  let count = 0;
  let timer: NodeJS.Timeout | undefined;
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
    count -= size;
    return waiting.splice(0, taken);
  }

  async function run(): Promise<void> {
    await undefined; // so that `running` is set before it can be cleared
    while (waiting.length > 0) await writeTogether(takeGroup());
    running = undefined;
  }

  function flush(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    return (running ??= run());
  }

  return {
    add: (items: readonly Item[]): Promise<void> =>
      new Promise((resolve, reject) => {
        waiting.push({ items, resolve, reject });
        count += items.length;
        if (count >= maxItems) void flush();
        else timer ??= setTimeout(() => void flush(), lingerMs);
      }),
    /** Writes what waits now. */
    flush,
  };
}
