import { progress } from '@clack/prompts';

export interface ProgressBar {
  /** `done` of the total; `message` says it in words. */
  update(done: number, message: string): void;
  say(line: string): void;
  end(): void;
}

/** A bar on a terminal; plain lines, one a tenth, elsewhere (pipes, CI, NO_COLOR terminals too small). `doing` and `done`: what the bar calls it. */
export function showProgress(total: number, { doing, done: ended }: { doing: string; done: string }): ProgressBar {
  const terminal = process.stdout.isTTY === true && !process.env['CI'];
  const say = (line: string) => void process.stdout.write(`${line}\n`);
  const most = Math.max(total, 1);
  if (!terminal) {
    let tenths = 0;
    return {
      say,
      update: (done, message) => {
        const now = Math.floor((done / most) * 10);
        if (now > tenths) say(`${now * 10} %  ${message}`);
        tenths = Math.max(tenths, now);
      },
      end: () => {},
    };
  }
  const bar = progress({ max: most });
  bar.start(doing);
  let before = 0;
  return {
    say,
    update: (done, message) => {
      bar.advance(done - before, message);
      before = done;
    },
    end: () => bar.stop(ended),
  };
}
