import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { findProgram } from '../../packages/testkit/src/real-servers.ts';

export const root = join(import.meta.dirname, '../..');
export const chart = join(root, 'charts/customerai');
const HELM = '3.22.0';
const KUBERNETES = '1.33.0'; // what objects are rendered for; a helm built from source believes in 1.20

const own = join(root, '.tools/go/helm');
const helm = existsSync(own) ? own : findProgram('helm');

/** For `test(name, { skip })`. */
export const skip: string | false = helm
  ? false
  : `helm is not on this machine; with Go: GOBIN=$PWD/.tools/go go install helm.sh/helm/v3/cmd/helm@v${HELM}`;

/** One rendered Kubernetes object. */
export interface KubernetesObject {
  apiVersion: string;
  kind: string;
  metadata: { name: string; labels?: Record<string, string>; annotations?: Record<string, string> };
  [field: string]: any;
}

const valuesOf = (set: string) => ['--values', join(chart, 'ci', `${set}-values.yaml`)];
const common = ['--namespace', 'insights', '--kube-version', KUBERNETES];

/** The sets of values that everything is checked with; `rollouts` is blue-green on a cluster that has Argo Rollouts. */
export const sets: Record<string, string[]> = {
  small: valuesOf('small'),
  ha: valuesOf('ha'),
  'blue-green': valuesOf('blue-green'),
  rollouts: [...valuesOf('blue-green'), '--api-versions', 'argoproj.io/v1alpha1/Rollout'],
};

/** What helm makes of the chart with such arguments. Throws helm's words. */
export const render = (args: readonly string[]): KubernetesObject[] => renderChart(chart, args);

export function renderChart(folder: string, args: readonly string[]): KubernetesObject[] {
  const text = execFileSync(helm!, ['template', 'customerai', folder, ...common, ...args], { encoding: 'utf8', stdio: 'pipe', maxBuffer: 64 << 20 });
  return parseAllDocuments(text).flatMap((document) => {
    const object = document.toJS() as KubernetesObject | null;
    return object ? [object] : [];
  });
}

const rendered = new Map<string, KubernetesObject[]>();

/** The objects of one of the sets, rendered once. */
export function objectsOf(set: string): KubernetesObject[] {
  const objects = rendered.get(set) ?? render(sets[set]!);
  rendered.set(set, objects);
  return objects;
}

/** Why helm refuses such values; undefined when it does not. */
export function refusal(args: readonly string[]): string | undefined {
  const { status, stderr } = spawnSync(helm!, ['template', 'customerai', chart, ...common, ...args], { encoding: 'utf8', maxBuffer: 64 << 20 });
  return status === 0 ? undefined : stderr;
}

export function lint(args: readonly string[]): { status: number | null; output: string } {
  const values = args.filter((word, index) => word !== '--api-versions' && args[index - 1] !== '--api-versions');
  const { status, stdout, stderr } = spawnSync(helm!, ['lint', '--strict', chart, ...common, ...values], { encoding: 'utf8' });
  return { status, output: stdout + stderr };
}

/** Names of the services that supergraph.yaml lists, the gateway's first. */
export function serviceNames(): string[] {
  const list = parseAllDocuments(readFileSync(join(root, 'supergraph.yaml'), 'utf8'))[0]!.toJS() as {
    subgraphs: Record<string, { routing_url: string }>;
  };
  return ['gateway', ...Object.keys(list.subgraphs).filter((name) => list.subgraphs[name]!.routing_url.startsWith('http'))];
}

/** Pods of every kind of object that makes some, and whether they run until they are stopped. */
export function podsOf(
  objects: readonly KubernetesObject[],
): { object: KubernetesObject; pod: any; labels: Record<string, string>; lasting: boolean }[] {
  return objects.flatMap((object) => {
    if (object.kind === 'Pod') return [{ object, pod: object['spec'], labels: object.metadata.labels ?? {}, lasting: false }];
    const template = object.kind === 'CronJob' ? object['spec'].jobTemplate.spec.template : object['spec']?.template;
    if (!template?.spec?.containers) return [];
    return [{ object, pod: template.spec, labels: template.metadata.labels, lasting: !object.kind.endsWith('Job') }];
  });
}
