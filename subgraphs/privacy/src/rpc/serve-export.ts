import { type Parts, privacyExport } from '@customerai/service';
import { readExport } from '../commands/read-export.ts';
import type { Deps } from '../context.ts';

/** Answers `privacy.export`. */
export function serveExport({ rpc }: Pick<Parts, 'rpc'>, deps: Deps): Promise<AsyncDisposable> {
  return rpc.serve(privacyExport, (input) => readExport(deps, input));
}
