import type { KubernetesObject } from './helm.ts';

/** Texts whose every change is reviewed elsewhere. */
const LEFT_OUT = /^(data\..+|spec\.groups|.*\.checksum\/\w+)$/;

/** Lists whose entries go by their names, so that one more does not move the others, and the name need not be said again. */
const NAMED = /\.(env|ports|volumes|volumeMounts)$/;

/** `path: value` of every leaf. */
function leavesOf(value: unknown, path = ''): [path: string, value: string][] {
  if (LEFT_OUT.test(path)) return [[path, '(left out)']];
  if (value === null || typeof value !== 'object') return [[path, JSON.stringify(value)]];
  if (!Array.isArray(value) || !NAMED.test(path)) {
    const entries = Object.entries(value);
    if (entries.length === 0) return [[path, Array.isArray(value) ? '[]' : '{}']];
    if (Array.isArray(value) && value.every((entry) => typeof entry !== 'object')) return [[path, JSON.stringify(value)]];
    return entries.flatMap(([key, entry]) => leavesOf(entry, Array.isArray(value) ? `${path}[${key}]` : path === '' ? key : `${path}.${key}`));
  }
  return value.flatMap(({ name, ...entry }) => leavesOf('value' in entry ? entry.value : entry, `${path}[${name}]`));
}

/**
 * Everything that was rendered, in the least lines: the first object of a kind whole, the others as what differs from it. Sorted, so that only real
 * changes show.
 */
export function snapshotOf(objects: readonly KubernetesObject[]): string {
  const lines: string[] = [];
  for (const [kind, same] of Map.groupBy(objects, ({ kind }) => kind)
    .entries()
    .toArray()
    .toSorted()) {
    const sorted = same.toSorted((a, b) => (a.metadata.name < b.metadata.name ? -1 : 1));
    const first = new Map(leavesOf(sorted[0]));
    for (const object of sorted) {
      const leaves = new Map(leavesOf(object));
      const isFirst = object === sorted[0];
      lines.push('', `# ${kind} ${object.metadata.name}${isFirst ? '' : `, like ${sorted[0]!.metadata.name} but`}`);
      for (const [path, value] of [...leaves].toSorted()) if (isFirst || first.get(path) !== value) lines.push(`${path}: ${value}`);
      for (const path of [...first.keys()].toSorted()) if (!leaves.has(path)) lines.push(`${path} is not there`);
    }
  }
  return `${lines.join('\n').trim()}\n`;
}
