import { createWriteStream } from 'node:fs';
import { styleText } from 'node:util';

const COLOURS = ['cyan', 'green', 'yellow', 'blue', 'magenta', 'cyanBright', 'greenBright', 'yellowBright', 'blueBright', 'magentaBright'] as const;
const LEVELS: Record<number, [name: string, colour: 'dim' | 'yellow' | 'red']> = {
  10: ['trace', 'dim'],
  20: ['debug', 'dim'],
  30: ['info', 'dim'],
  40: ['warn', 'yellow'],
  50: ['error', 'red'],
  60: ['fatal', 'red'],
};
const HIDDEN = new Set(['level', 'time', 'service', 'msg', 'err']);

export interface LogPrinter extends AsyncDisposable {
  /** What writes a process's lines: with its name in its colour to the terminal unless it is `quiet`, and as they are to the log file. */
  printerFor(name: string, options?: { quiet: boolean }): (line: string) => void;
}

export function createLogPrinter(options: { logFile: string; width: number; write(text: string): void }): LogPrinter {
  const { logFile, width, write } = options;
  const file = createWriteStream(logFile, { flags: 'a', mode: 0o600 });
  let names = 0;
  return {
    printerFor: (name, { quiet } = { quiet: false }) => {
      const prefix = styleText(COLOURS[names++ % COLOURS.length]!, name.padEnd(width));
      return (line) => {
        const entry = parse(line);
        if (entry) file.write(`${line}\n`);
        else file.write(`${JSON.stringify({ level: 30, time: new Date().toISOString(), service: name, msg: line })}\n`);
        if (!quiet) write(`  ${prefix} ${inWords(line)}\n`);
      };
    },
    [Symbol.asyncDispose]: () => new Promise((resolve) => file.end(resolve)),
  };
}

function parse(line: string): Record<string, unknown> | undefined {
  if (!line.startsWith('{')) return undefined;
  try {
    return JSON.parse(line) as Record<string, unknown>;
  } catch {
    return undefined;
  }
}

/** A line of a process as a person reads it. */
export function inWords(line: string): string {
  const entry = parse(line);
  return entry ? readable(entry) : line;
}

/** `12:00:01 warn  event handler failed  consumer=... (reason)`; the file has the stack. */
function readable(entry: Record<string, unknown>): string {
  const [level, colour] = LEVELS[Number(entry['level'])] ?? ['info', 'dim'];
  const facts = Object.entries(entry)
    .filter(([key]) => !HIDDEN.has(key))
    .map(([key, value]) => `${key}=${typeof value === 'object' ? JSON.stringify(value) : String(value)}`);
  const { message } = (entry['err'] ?? {}) as { message?: string };
  const reason = message && message !== entry['msg'] ? `(${message.split('\n')[0]})` : '';
  const time = String(entry['time'] ?? '').slice(11, 19);
  return [styleText('dim', time), styleText(colour, level.padEnd(5)), String(entry['msg'] ?? ''), styleText('dim', facts.join(' ')), reason]
    .filter(Boolean)
    .join(' ');
}
