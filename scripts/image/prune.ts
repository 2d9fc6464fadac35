// Makes an installed workspace as small as what runs: native binaries of other platforms go, and source of nothing that is started.
// usage: node scripts/image/prune.ts FOLDER
import { globSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Bytes below a path; links are not followed. */
export function sizeOf(path: string): number {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) return 0;
  if (!stat.isDirectory()) return stat.size;
  return readdirSync(path, { withFileTypes: true }).reduce((sum, entry) => sum + (entry.isSymbolicLink() ? 0 : sizeOf(join(path, entry.name))), 0);
}

/** Removes native binaries of every platform but the given one, onnxruntime's GPU providers, sources of what is built, source maps and type declarations. Returns the bytes freed. */
export function prune(root: string, platform = process.platform as string, arch = process.arch as string): number {
  const packages = join(root, 'node_modules/.pnpm');
  const foreign = globSync('onnxruntime-node@*/node_modules/onnxruntime-node/bin/*/*/*', { cwd: packages }).filter(
    (path) => !path.endsWith(join(platform, arch)),
  );
  const own = globSync(`onnxruntime-node@*/node_modules/onnxruntime-node/bin/*/${platform}/${arch}`, { cwd: packages });
  if (foreign.length > 0 && own.length === 0) throw new Error(`onnxruntime-node has no binary for ${platform} ${arch}.`);
  const gpu = globSync('onnxruntime-node@*/node_modules/onnxruntime-node/bin/**/libonnxruntime_providers_{cuda,tensorrt}*', { cwd: packages });
  const named = ['tokenizers@*/node_modules/tokenizers/*.node', 'usearch@*/node_modules/usearch/prebuilds/*'];
  const others = globSync(named, { cwd: packages }).filter((path) => !path.includes(platform) || !path.includes(arch));
  const sources = globSync('usearch@*/node_modules/usearch/{c,cmake,cpp,include,numkong,binding.gyp}', { cwd: packages });
  const unread = globSync('**/*.{map,d.ts,d.mts,d.cts}', { cwd: packages });
  let freed = 0;
  for (const path of [...foreign, ...gpu, ...others, ...sources, ...unread]) {
    freed += sizeOf(join(packages, path));
    rmSync(join(packages, path), { recursive: true, force: true });
  }
  return freed;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const root = process.argv[2];
  if (!root) throw new Error('usage: node scripts/image/prune.ts FOLDER');
  process.stdout.write(`freed ${Math.round(prune(root) / 1024 / 1024)} MB of ${root}\n`);
}
