/** One Prometheus alert, with the case that proves it. Its runbook is `docs/runbooks/<name>.md`. */
export interface Alert {
  /** CamelCase, begins with `CustomerAI`. */
  name: string;
  expr: string;
  /** How long it must hold, e.g. `5m`. Absent: at once. */
  for?: string;
  /** critical: somebody must act now. warning: somebody must act today. info: worth knowing. */
  severity: 'critical' | 'warning' | 'info';
  /** One line; `{{ $labels.x }}` and `{{ $value }}` work. */
  summary: string;
  description: string;
  test: AlertCase;
}

export interface AlertCase {
  /** Series in promtool's notation (`0+10x30`), one value a minute unless `interval` says otherwise. */
  series: Readonly<Record<string, string>>;
  interval?: string;
  /** When it fires, and for which labels (severity is added). */
  fires: { at: string; labels: readonly Readonly<Record<string, string>>[] };
  /** When the same series do not make it fire yet, or no more. */
  quiet: { at: string };
}

export interface Recording {
  record: string;
  expr: string;
}
