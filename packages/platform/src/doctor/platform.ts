import { createLogger } from '@customerai/service/basics';
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { repositoryRoot } from '../config.ts';
import { type Check, failed, ok } from './check.ts';

const TIMEOUT_MS = 60_000;

/** Runs a module's text in a process of its own: a native part that crashes must not take the doctor along. Rejects with what it said. */
async function inProcess(folder: string, code: string, ...given: string[]): Promise<string> {
  const args = [...process.execArgv, '--input-type=module', '--eval', code, ...given];
  try {
    const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: join(repositoryRoot, folder), timeout: TIMEOUT_MS });
    return stdout.trim();
  } catch (error) {
    const { stderr = '', message } = error as Error & { stderr?: string };
    const line = stderr.split('\n').find((text) => /error/i.test(text));
    throw new Error(line?.trim() ?? message.split('\n')[0]!, { cause: error });
  }
}

const models: Check = {
  name: 'Models',
  run: async ({ env }) => {
    const { checkModels } = await import('@customerai/subgraph-ai');
    const damaged: string[] = [];
    const log = createLogger({ service: 'doctor', level: 'error' }, { write: (line) => void damaged.push(line) });
    try {
      const { name, version, sizeBytes, key } = await checkModels(env, log);
      if (damaged.length > 0) throw new Error(`${damaged.length} other versions do not match their manifests`);
      return ok(`${name} ${version}, ${(sizeBytes / 2 ** 20).toFixed(0)} MB, every file as its manifest says, signed by ${key}`);
    } catch (error) {
      return failed((error as Error).message, 'Restore models/ from the repository (git checkout models), or correct MODELS_DIR.');
    }
  },
};

const inference: Check = {
  name: 'onnxruntime',
  run: async () => {
    // By its name only: the library itself stays in one file of the ai service.
    const code = `const { default: library } = await import(process.argv[1]); console.log(library.env.versions.node ?? library.env.versions.common)`;
    return inProcess('subgraphs/ai', code, 'onnxruntime-node').then(
      (version) => ok(`${version} loads`),
      (error: Error) =>
        failed(error.message, 'Needs a 64-bit Linux with glibc 2.28, macOS or Windows; on one of these delete node_modules and run "npm start".'),
    );
  },
};

const schema: Check = {
  name: 'Schema',
  run: async () => {
    if (!existsSync(join(repositoryRoot, 'node_modules', '@apollo', 'composition'))) return ok('not compared: no development dependencies here');
    const code = `
      import { compose } from './scripts/compose.ts';
      import { readFileSync } from 'node:fs';
      console.log(compose('supergraph.yaml').supergraphSdl === readFileSync('supergraph.graphql', 'utf8') ? 'same' : 'other');`;
    return inProcess('.', code).then(
      (answer) =>
        answer === 'same'
          ? ok('supergraph.graphql is what the subgraphs compose to')
          : failed('supergraph.graphql lags behind the subgraphs', 'Run "npm run codegen" and commit what it wrote.'),
      (error: Error) => failed(error.message, 'Run "npm run codegen": it names every fault of the schemas.'),
    );
  },
};

export const platformChecks: readonly Check[] = [models, inference, schema];
