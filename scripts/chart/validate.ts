import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type KubernetesObject, root } from './helm.ts';

/** Packages with the schemas of custom resources, by API group; everything else is Kubernetes' own. */
const custom: Record<string, string> = {
  'argoproj.io': 'argo-rollouts',
  'cert-manager.io': 'cert-manager',
  'external-secrets.io': 'external-secrets',
  'gateway.networking.k8s.io': 'gateway-api',
  'keda.sh': 'keda',
  'monitoring.coreos.com': 'prometheus-operator',
};

export function moduleOf({ apiVersion, kind }: Pick<KubernetesObject, 'apiVersion' | 'kind'>): string {
  const home = custom[apiVersion.split('/')[0]!];
  return `${home ? `@kubernetes-models/${home}` : 'kubernetes-models'}/${apiVersion}/${kind}`;
}

/** Checks an object with the schema that the API server publishes for its kind. Throws with the path of what is wrong, or when nobody knows the kind. */
export async function validateObject(object: KubernetesObject): Promise<void> {
  const module = (await import(moduleOf(object))) as Record<string, new (data: object) => { validate(): void }>;
  new module[object.kind]!(object).validate();
}

/**
 * Those schemas let unknown fields pass, as an API server drops them; a misspelt probe would be no probe. The compiler knows every field, so the
 * objects are given to it as typed literals. Answers with its complaints, empty when there is none.
 */
export function findUnknownFields(objects: readonly KubernetesObject[]): string {
  const folder = join(root, 'node_modules/.cache', `customerai-chart-${process.pid}`);
  mkdirSync(folder, { recursive: true });
  try {
    const lines = objects.map((object, index) => {
      const type = `import('${moduleOf(object)}').I${object.kind}`;
      return `/* ${object.kind} ${object.metadata.name} */ export const o${index}: ${type} = ${JSON.stringify(object)};`;
    });
    writeFileSync(join(folder, 'objects.ts'), lines.join('\n'));
    const flags = ['--noEmit', '--strict', '--skipLibCheck', '--module', 'nodenext', '--target', 'es2024', '--types', 'node'];
    const { status, stdout, stderr } = spawnSync(join(root, 'node_modules/.bin/tsc'), ['--ignoreConfig', ...flags, join(folder, 'objects.ts')], {
      cwd: root,
      encoding: 'utf8',
    });
    return status === 0 ? '' : stdout + stderr || `tsc ended with ${status}`;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
