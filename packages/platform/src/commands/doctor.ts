import { resolve } from 'node:path';
import { styleText } from 'node:util';
import { parseConfig } from '../config.ts';
import { failed, type Finding } from '../doctor/check.ts';
import { machineChecks } from '../doctor/machine.ts';
import { platformChecks } from '../doctor/platform.ts';
import { serverChecks } from '../doctor/servers.ts';

const marks = { ok: ['ok  ', 'green'], warning: ['warn', 'yellow'], failed: ['FAIL', 'red'] } as const;

/** Looks for what keeps the platform from running. Changes nothing. Resolves with the exit code: 1 when a check failed, 0 also with warnings. */
export async function doctor({ json }: { json: boolean }): Promise<number> {
  const config = parseConfig(process.env);
  const where = { env: process.env, config, directory: resolve(config.dataDir) };
  const findings: (Finding & { name: string })[] = [];
  for (const { name, run } of [...machineChecks, ...serverChecks, ...platformChecks]) {
    const found = await run(where).catch((error: Error) => failed(error.message, 'Mend what the message names, then run this again.'));
    const finding = { name, ...found };
    findings.push(finding);
    if (!json) process.stdout.write(`${describe(finding)}\n`);
  }
  if (json) process.stdout.write(`${JSON.stringify(findings, null, 2)}\n`);
  return findings.some(({ result }) => result === 'failed') ? 1 : 0;
}

function describe({ name, result, detail, remedy }: Finding & { name: string }): string {
  const [mark, colour] = marks[result];
  const line = `${styleText(colour, mark)} ${name.padEnd(15)}${detail}`;
  return remedy ? `${line}\n                    ${styleText('bold', 'to do:')} ${remedy}` : line;
}
