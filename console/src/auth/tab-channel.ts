import type { SessionAnswer } from './session-requests.ts';

type Message = { kind: 'session'; session: SessionAnswer } | { kind: 'signed-out' };

/** What the tabs of one browser tell each other, so that one refresh serves all: a refresh token works once. */
export interface TabChannel {
  tell(message: Message): void;
  listen(listener: (message: Message) => void): void;
  /** Runs `work` in one tab at a time. */
  alone<Value>(work: () => Promise<Value>): Promise<Value>;
}

const NAME = 'customerai-session';

export function openTabChannel(): TabChannel {
  const channel = new BroadcastChannel(NAME);
  // Web Locks need a secure context; over plain HTTP to another machine each tab has only itself to wait for.
  let last: Promise<unknown> = Promise.resolve();
  const inThisTab = <Value>(work: () => Promise<Value>): Promise<Value> => {
    const turn = last.then(work, work);
    last = turn.catch(() => {});
    return turn;
  };
  return {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a broadcast channel has none; it never leaves the origin
    tell: (message) => channel.postMessage(message),
    listen: (listener) => channel.addEventListener('message', (event: MessageEvent<Message>) => listener(event.data)),
    alone: (work) => ('locks' in navigator ? (navigator.locks.request(NAME, work) as ReturnType<typeof work>) : inThisTab(work)),
  };
}
