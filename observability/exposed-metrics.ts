/** Series name (with `_bucket`, `_sum` and `_count` for histograms) to its labels. */
export type Exposed = ReadonlyMap<string, readonly string[]>;

const SUFFIXES: Record<string, readonly string[]> = { histogram: ['_bucket', '_sum', '_count'], summary: ['', '_sum', '_count'] };

/** Reads the exposition format of Prometheus: which series there are, and which labels they were seen with. */
export function exposedMetrics(text: string): Exposed {
  const labels = new Map<string, Set<string>>();
  for (const [, name, type] of text.matchAll(/^# TYPE (\S+) (\S+)$/gm))
    for (const suffix of SUFFIXES[type!] ?? ['']) labels.set(`${name}${suffix}`, new Set());
  for (const [, name, inner = ''] of text.matchAll(/^([A-Za-z_:][\w:]*)(?:\{(.*)\})? \S+$/gm))
    for (const [, label] of inner.matchAll(/(\w+)="(?:[^"\\]|\\.)*"/g)) labels.get(name!)?.add(label!);
  return new Map([...labels].map(([name, seen]) => [name, [...seen]]));
}
