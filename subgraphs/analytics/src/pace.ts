/** Does something for a key at once, and then once in `pauseMs` at most, the last call included. */
export interface Pace extends Disposable {
  call(key: string): void;
  /** Does at once what waits for the end of a pause. */
  flush(): void;
}

export function createPace(work: (key: string) => void, pauseMs: number): Pace {
  const pausing = new Map<string, { again: boolean; timer: NodeJS.Timeout }>();

  function run(key: string): void {
    const timer = setTimeout(() => {
      const { again } = pausing.get(key)!;
      pausing.delete(key);
      if (again) run(key);
    }, pauseMs).unref();
    pausing.set(key, { again: false, timer });
    work(key);
  }

  return {
    call: (key) => {
      const pause = pausing.get(key);
      if (pause) pause.again = true;
      else run(key);
    },
    flush: () => {
      for (const [key, pause] of pausing) {
        if (!pause.again) continue;
        pause.again = false;
        work(key);
      }
    },
    [Symbol.dispose]: () => {
      for (const { timer } of pausing.values()) clearTimeout(timer);
      pausing.clear();
    },
  };
}
