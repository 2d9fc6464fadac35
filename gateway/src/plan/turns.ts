/**
 * Lets large work begin one piece a turn of the event loop: under load what is under way comes first and is finished, so that few large answers are half made
 * at a time. That keeps memory, and the time that is spent on collecting it, small. Where the loop has nothing to do nobody waits. Small work does better
 * without: a turn costs more than it does.
 */
export function createTurns(): { readonly waiting: number; take(): Promise<void> | undefined } {
  const waiting: (() => void)[] = [];
  let taken = false;

  function next(): void {
    const begin = waiting.shift();
    if (begin) setImmediate(next);
    else taken = false;
    begin?.();
  }

  return {
    get waiting() {
      return waiting.length;
    },
    /** Undefined when it is the caller's turn at once. */
    take: () => {
      if (taken) return new Promise((resolve) => waiting.push(resolve));
      taken = true;
      setImmediate(next);
      return undefined;
    },
  };
}
