import { open } from 'node:fs/promises';
import { openOperatorClient } from '../client.ts';
import { parseConfig } from '../config.ts';
import { readCorrections } from '../corrections/read-corrections.ts';

/** Writes labelled texts of customers who agreed, one JSON object a line; an existing file is replaced. Resolves with the exit code: 1 when there are none. */
export async function corrections(file: string, { redacted = false }: { redacted?: boolean }): Promise<number> {
  const { dataDir } = parseConfig(process.env);
  await using client = await openOperatorClient(dataDir);
  await using handle = await open(file, 'w', 0o600);
  let written = 0;
  for await (const line of readCorrections(client, { redacted })) {
    await handle.write(`${JSON.stringify(line)}\n`);
    written++;
  }
  process.stdout.write(`${written} corrections of customers who agreed, in ${file}${redacted ? ', personal data hidden' : ''}.\n`);
  if (written === 0) process.stdout.write('A correction is exported when it was made with `consent: true` (correctSentiment).\n');
  return written > 0 ? 0 : 1;
}
