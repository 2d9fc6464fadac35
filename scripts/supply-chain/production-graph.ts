import { existsSync, lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

/** A package that runs in production: named by a workspace package's `dependencies`, or by one that is. */
export interface ProductionPackage {
  /** `name@version`. */
  id: string;
  name: string;
  version: string;
  /** Subresource integrity of the registry's archive, as locked. */
  integrity: string | undefined;
  /** Ids of what it depends on. */
  dependencies: readonly string[];
  /** Its manifest; undefined when it is not installed here: the binary of another platform. */
  manifest: PackageManifest | undefined;
  /** Where it is installed. */
  directory: string | undefined;
}

export interface PackageManifest {
  name: string;
  version: string;
  description?: string;
  license?: string | { type: string };
  licenses?: { type: string }[];
  homepage?: string;
  repository?: string | { url: string };
}

export interface ProductionGraph {
  /** Workspace packages that run or are shipped, by name, with the ids of what they depend on. */
  ours: ReadonlyMap<string, { version: string; dependencies: readonly string[] }>;
  packages: ReadonlyMap<string, ProductionPackage>;
}

type Versions = Record<string, string>;
interface Lockfile {
  importers: Record<string, { dependencies?: Record<string, { version: string }>; optionalDependencies?: Record<string, { version: string }> }>;
  packages: Record<string, { resolution: { integrity?: string } }>;
  snapshots: Record<string, { dependencies?: Versions; optionalDependencies?: Versions }>;
}

/** Folders of the workspace that never leave it. */
const NOT_SHIPPED = ['.', 'packages/testkit'];

/** Reads what runs in production from the lockfile and the installed packages. Throws when the lockfile names what it does not describe. */
export function readProductionGraph(root: string): ProductionGraph {
  const lock = parse(readFileSync(join(root, 'pnpm-lock.yaml'), 'utf8')) as Lockfile;
  const installed = indexInstalled(root);
  const packages = new Map<string, ProductionPackage>();
  const ours = new Map<string, { version: string; dependencies: string[] }>();

  function visit(name: string, version: string): string {
    const key = lock.snapshots[version] ? version : `${name}@${version}`; // an alias is locked under its real name
    const snapshot = lock.snapshots[key];
    if (!snapshot) throw new Error(`pnpm-lock.yaml names ${key} and does not describe it. Run "pnpm install".`);
    const id = key.replace(/\(.*$/, '');
    if (packages.has(id)) return id;
    const at = id.lastIndexOf('@');
    const found = installed.get(id);
    const dependencies: string[] = [];
    packages.set(id, {
      id,
      name: id.slice(0, at),
      version: id.slice(at + 1),
      integrity: lock.packages[id]?.resolution.integrity,
      dependencies,
      manifest: found?.manifest,
      directory: found?.directory,
    });
    for (const [child, childVersion] of Object.entries({ ...snapshot.dependencies, ...snapshot.optionalDependencies }))
      dependencies.push(visit(child, childVersion));
    return id;
  }

  for (const [folder, importer] of Object.entries(lock.importers)) {
    if (NOT_SHIPPED.includes(folder)) continue;
    const { name, version } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8')) as PackageManifest;
    const foreign = Object.entries({ ...importer.dependencies, ...importer.optionalDependencies }).filter(
      ([, { version }]) => !version.startsWith('link:'),
    );
    ours.set(name, { version, dependencies: foreign.map(([child, { version }]) => visit(child, version)) });
  }
  return { ours, packages };
}

function indexInstalled(root: string): Map<string, { manifest: PackageManifest; directory: string }> {
  const store = join(root, 'node_modules', '.pnpm');
  const found = new Map<string, { manifest: PackageManifest; directory: string }>();
  for (const entry of readdirSync(store)) {
    const modules = join(store, entry, 'node_modules');
    if (entry === 'node_modules' || !existsSync(modules)) continue;
    const names = readdirSync(modules).flatMap((name) =>
      name.startsWith('@') ? readdirSync(join(modules, name)).map((child) => `${name}/${child}`) : [name],
    );
    for (const name of names) {
      const directory = join(modules, name);
      if (lstatSync(directory).isSymbolicLink() || !existsSync(join(directory, 'package.json'))) continue;
      const manifest = JSON.parse(readFileSync(join(directory, 'package.json'), 'utf8')) as PackageManifest;
      found.set(`${manifest.name}@${manifest.version}`, { manifest, directory });
    }
  }
  return found;
}
