import { progress } from '@clack/prompts';

export interface ProgressBar {
  update(bytes: number, accepted: number, refused: number): void;
  say(line: string): void;
  end(): void;
}

/** A bar over the file's bytes on a terminal; plain lines, one a tenth of the file, elsewhere (pipes, CI, NO_COLOR terminals too small). */
export function showProgress(totalBytes: number): ProgressBar {
  const terminal = process.stdout.isTTY === true && !process.env['CI'];
  const say = (line: string) => void process.stdout.write(`${line}\n`);
  if (!terminal) {
    let tenths = 0;
    return {
      say,
      update: (bytes, accepted, refused) => {
        const now = Math.floor((bytes / Math.max(totalBytes, 1)) * 10);
        if (now > tenths) say(`${now * 10} %  ${accepted} accepted, ${refused} refused`);
        tenths = Math.max(tenths, now);
      },
      end: () => {},
    };
  }
  const bar = progress({ max: Math.max(totalBytes, 1) });
  bar.start('reading');
  let done = 0;
  return {
    say,
    update: (bytes, accepted, refused) => {
      bar.advance(bytes - done, `${accepted} accepted, ${refused} refused`);
      done = bytes;
    },
    end: () => bar.stop('read'),
  };
}
