/** Why a subscriber gets no more: it (or the work for it) did not keep up, or the event log could not be read on. */
export type CutOff = 'slow' | 'broken';

/** Values on their way to one subscriber, in order. */
export interface Queue<Value> extends AsyncIterableIterator<Value, undefined> {
  /** False when as many wait as may: the queue has then ended, and `onCutOff` was called. */
  push(value: Value): boolean;
  /** Ends after what waits. */
  end(): void;
  /** Ends now, with what waits. */
  cutOff(reason: CutOff): void;
}

/** A queue of at most `limit` waiting values. A reader that does not keep up is cut off rather than let its backlog grow. `onEnd` is called once. */
export function createQueue<Value>(limit: number, { onCutOff, onEnd }: { onCutOff(reason: CutOff): void; onEnd(): void }): Queue<Value> {
  let waiting: Value[] = [];
  let reader: PromiseWithResolvers<IteratorResult<Value, undefined>> | undefined;
  let ended = false;
  const done = { value: undefined, done: true } as const;

  function end(): void {
    if (ended) return;
    ended = true;
    reader?.resolve(done);
    reader = undefined;
    onEnd();
  }

  function cutOff(reason: CutOff): void {
    if (ended) return;
    waiting = [];
    end();
    onCutOff(reason);
  }

  return {
    cutOff,
    push: (value) => {
      if (ended) return false;
      if (reader) {
        reader.resolve({ value, done: false });
        reader = undefined;
        return true;
      }
      if (waiting.length < limit) return waiting.push(value) > 0;
      cutOff('slow');
      return false;
    },
    end,
    next: async () => {
      if (waiting.length > 0) return { value: waiting.shift()!, done: false };
      if (ended) return done;
      reader = Promise.withResolvers();
      return reader.promise;
    },
    return: async () => {
      waiting = [];
      end();
      return done;
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
