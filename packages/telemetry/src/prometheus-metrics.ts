import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { Metrics, Sample } from './metrics.ts';

const READ_LIMIT_MS = 2_000;

export interface PrometheusMetrics extends Metrics {
  /** The exposition format of Prometheus. */
  expose(): Promise<{ contentType: string; text: string }>;
}

/** A registry of its own, so that two platforms in one process do not count into each other. Node's own metrics are in it. */
export function createPrometheusMetrics(): PrometheusMetrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const readers = new Map<string, (() => Promise<Sample[]> | Sample[])[]>();
  const known = <Metric>(name: string, create: () => Metric): Metric => (registry.getSingleMetric(name) as Metric | undefined) ?? create();

  return {
    on: true,
    counter: (name, help, labelNames) => {
      const counter = known(name, () => new Counter<string>({ name, help, labelNames: [...labelNames], registers: [registry] }));
      return (labels, by = 1) => counter.inc(labels, by);
    },
    histogram: (name, help, labelNames, buckets) => {
      const create = () => new Histogram<string>({ name, help, labelNames: [...labelNames], buckets: [...buckets], registers: [registry] });
      const histogram = known(name, create);
      return (labels, value) => histogram.observe(labels, value);
    },
    gauge: (name, help, labelNames, read) => {
      const present = readers.get(name);
      if (present) return void present.push(read);
      const all = [read];
      readers.set(name, all);
      // oxlint-disable-next-line no-new -- the registry keeps it
      new Gauge<string>({
        name,
        help,
        labelNames: [...labelNames],
        registers: [registry],
        async collect() {
          const samples = await Promise.all(all.map(readInTime));
          this.reset();
          if (labelNames.length === 0) this.remove(); // no value is not 0
          for (const { labels, value } of samples.flat()) this.set(labels, value);
        },
      });
    },
    expose: async () => ({ contentType: registry.contentType, text: await registry.metrics() }),
  };
}

/** One source that is away must not cost the figures of all others. */
async function readInTime(read: () => Promise<Sample[]> | Sample[]): Promise<Sample[]> {
  const { promise: late, resolve } = Promise.withResolvers<Sample[]>();
  const timer = setTimeout(() => resolve([]), READ_LIMIT_MS);
  try {
    return await Promise.race([read(), late]);
  } catch {
    return [];
  } finally {
    clearTimeout(timer);
  }
}
