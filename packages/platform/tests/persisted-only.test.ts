// A platform that runs no stranger's query: what we ship goes on, namely the examples of the explorer and the commands of a second shell.
import { documents } from '@customerai/sdk';
import { startTestPlatform } from '@customerai/testkit/platform';
import { parse } from 'graphql';
import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

const root = join(import.meta.dirname, '../../..');

test('with PERSISTED_ONLY the explorer runs its windows, and the commands their operations; another text is refused', async () => {
  await using platform = await startTestPlatform({ PERSISTED_ONLY: 'true' });
  const { token } = await platform.newTenant();
  const post = async (query: string, operationName?: string, variables: object = {}): Promise<any> => {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
    return (await fetch(`${platform.url}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query, operationName, variables }) })).json();
  };

  // As the explorer sends them: the whole window, and the name of what was chosen in it.
  let run = 0;
  for (const file of globSync('examples/*.graphql', { cwd: root }).sort()) {
    const text = readFileSync(join(root, file), 'utf8').trim();
    for (const definition of parse(text).definitions) {
      if (definition.kind !== 'OperationDefinition' || definition.operation === 'subscription') continue;
      if (definition.variableDefinitions!.length > 0) continue;
      const name = definition.name!.value;
      const { data, errors } = await post(text, name);
      // A new tenant has too little to tell for some; that is an answer too.
      assert.ok(data || errors[0].path, `${file} ${name}: ${JSON.stringify(errors)}`);
      run++;
    }
  }
  assert.ok(run >= 8);

  const input = { customerId: 'c-1', channel: 'EMAIL', text: 'My parcel is late.' };
  assert.ok((await post(documents.submitInteraction.text, undefined, { input })).data.submitInteraction.id);
  assert.ok((await post(documents.submitInteractions.text, undefined, { inputs: [input] })).data.submitInteractions[0].interaction.id);
  assert.equal((await post('{ me { id } }')).errors[0].extensions.code, 'QUERY_NOT_IN_SAFELIST');
});
