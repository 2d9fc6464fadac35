/** Runs the works of one key one after the other, those of different keys side by side. */
export interface Lanes {
  run<Result>(key: string, work: () => Promise<Result>): Promise<Result>;
}

export function createLanes(): Lanes {
  const last = new Map<string, Promise<unknown>>();
  return {
    run: (key, work) => {
      const mine = (last.get(key) ?? Promise.resolve()).then(work, work);
      last.set(key, mine);
      const leave = () => void (last.get(key) === mine && last.delete(key));
      mine.then(leave, leave);
      return mine;
    },
  };
}
