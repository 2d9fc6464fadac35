/** What a supervisor may ask a process that it started, by name. Inputs and answers are plain JSON; neither is ever logged. */
export type Answers = Readonly<Record<string, (input: any) => unknown>>;

/** Over the private channel between a supervisor and a process that it started (Node's IPC), and nowhere else. */
export type ToSupervisor = { kind: 'ready'; url: string } | { kind: 'answer'; id: number; value?: unknown; error?: string };
export interface FromSupervisor {
  kind: 'ask';
  id: number;
  question: string;
  input: unknown;
}

export interface ProcessLife {
  /** A supervisor started this process and hears of it. */
  supervised: boolean;
  /** Resolves with the reason when the process is to drain: SIGTERM, or Ctrl-C where nobody supervises. */
  stopped: Promise<string>;
  /** Tells the supervisor, if there is one, where this process can be reached, and begins to answer its questions. */
  ready(url: string, answers?: Answers): void;
  /** Lets go of the supervisor's channel, which would keep the process alive. Call last; `process.exitCode` is the code. */
  end(): void;
}

/**
 * The life of this process as the outside sees it. A supervised process leaves Ctrl-C and the closing of the terminal, which reach every process
 * of the terminal at once, to its supervisor, which drains in order; and it ends at once when its supervisor is gone, so that none is left over.
 */
export function openProcessLife(): ProcessLife {
  const supervised = process.send !== undefined;
  const stopped = new Promise<string>((resolve) => {
    process.once('SIGTERM', resolve);
    if (!supervised) process.once('SIGINT', resolve);
  });
  if (!supervised) return { supervised, stopped, ready: () => {}, end: () => {} };

  const ignore = () => {};
  process.on('SIGINT', ignore).on('SIGHUP', ignore);
  process.once('disconnect', () => process.exit(1));
  const tell = (message: ToSupervisor) => void process.send!(message);
  let answers: Answers = {};
  process.on('message', async (message: FromSupervisor) => {
    if (message.kind !== 'ask') return;
    const { id, question, input } = message;
    try {
      const answer = answers[question];
      if (!answer) throw new Error(`This process does not answer "${question}".`);
      tell({ kind: 'answer', id, value: await answer(input) });
    } catch (error) {
      tell({ kind: 'answer', id, error: (error as Error).message });
    }
  });
  return {
    supervised,
    stopped,
    ready: (url, given = {}) => {
      answers = given;
      tell({ kind: 'ready', url });
    },
    end: () => process.exit(),
  };
}
