import { createHash } from 'node:crypto';

/** Units as Grafana names them. */
export type Unit = 'short' | 's' | 'percentunit' | 'reqps' | 'bytes' | 'none' | 'ops';

export interface Query {
  expr: string;
  /** `{{label}}` works. */
  legend?: string;
}

interface PanelOptions {
  title: string;
  queries: readonly Query[];
  unit?: Unit;
  /** What it shows and when to worry, for the panel's corner. */
  description?: string;
  /** Of 24 columns. Default 8 for a line, 4 for a number. */
  width?: number;
  /** From which value on it is yellow, and red. */
  warnAt?: readonly [yellow: number, red: number];
  stacked?: boolean;
  /** Above which no axis begins higher, e.g. 1 for shares. */
  max?: number;
}

export type Panel = PanelOptions & { type: 'timeseries' | 'stat' | 'bargauge' };
export interface Row {
  title: string;
  panels: readonly Panel[];
}

export const line = (options: PanelOptions): Panel => ({ type: 'timeseries', ...options });
export const stacked = (options: PanelOptions): Panel => ({ type: 'timeseries', stacked: true, ...options });
export const number = (options: PanelOptions): Panel => ({ type: 'stat', ...options });
export const bars = (options: PanelOptions): Panel => ({ type: 'bargauge', ...options });
export const row = (title: string, panels: readonly Panel[]): Row => ({ title, panels });

/** The share of a histogram below a time: `quantile(0.99, 'x_seconds', 'subgraph')`. */
export const quantile = (share: number, histogram: string, by = '', matchers = ''): string =>
  `histogram_quantile(${share}, sum by (${by ? `${by}, ` : ''}le) (rate(${histogram}_bucket${matchers ? `{${matchers}}` : ''}[$__rate_interval])))`;

export const rate = (counter: string, by = '', matchers = ''): string =>
  `sum${by ? ` by (${by})` : ''} (rate(${counter}${matchers ? `{${matchers}}` : ''}[$__rate_interval]))`;

const DATASOURCE = { type: 'prometheus', uid: '${datasource}' };
const HEIGHTS = { timeseries: 8, stat: 4, bargauge: 8 };
const WIDTHS = { timeseries: 8, stat: 4, bargauge: 8 };

/** A Grafana dashboard (schema 39, Grafana 10 and newer). Panels flow from left to right; ids and places follow from their order, so that a change shows as itself. */
export function dashboard(options: { uid: string; title: string; description: string; rows: readonly Row[] }) {
  const { uid, title, description, rows } = options;
  const panels: object[] = [];
  let y = 0;
  for (const { title: rowTitle, panels: members } of rows) {
    panels.push({ id: panels.length + 1, type: 'row', title: rowTitle, collapsed: false, gridPos: { x: 0, y, w: 24, h: 1 }, panels: [] });
    y += 1;
    let x = 0;
    let tallest = 0;
    for (const panel of members) {
      const w = panel.width ?? WIDTHS[panel.type];
      const h = HEIGHTS[panel.type];
      if (x + w > 24) {
        x = 0;
        y += tallest;
        tallest = 0;
      }
      panels.push(panelOf(panel, panels.length + 1, { x, y, w, h }));
      x += w;
      tallest = Math.max(tallest, h);
    }
    y += tallest;
  }
  return {
    uid,
    title,
    description,
    tags: ['customerai'],
    schemaVersion: 39,
    version: Number.parseInt(createHash('sha256').update(JSON.stringify(panels)).digest('hex').slice(0, 6), 16),
    editable: false,
    graphTooltip: 1,
    refresh: '30s',
    time: { from: 'now-3h', to: 'now' },
    timezone: 'browser',
    links: [{ type: 'dashboards', title: 'CustomerAI', tags: ['customerai'], asDropdown: true, includeVars: false, keepTime: true }],
    templating: {
      list: [{ name: 'datasource', label: 'Data source', type: 'datasource', query: 'prometheus', current: {}, hide: 0, refresh: 1, regex: '' }],
    },
    annotations: { list: [] },
    panels,
  };
}

function panelOf(panel: Panel, id: number, gridPos: object): object {
  const { type, title, description, queries, unit = 'short', warnAt, stacked: isStacked, max } = panel;
  const steps = warnAt
    ? [
        { color: 'green', value: null },
        { color: 'yellow', value: warnAt[0] },
        { color: 'red', value: warnAt[1] },
      ]
    : [{ color: type === 'stat' ? 'blue' : 'green', value: null }];
  return {
    id,
    type,
    title,
    ...(description ? { description } : {}),
    datasource: DATASOURCE,
    gridPos,
    targets: queries.map(({ expr, legend }, index) => ({
      refId: String.fromCharCode(65 + index),
      datasource: DATASOURCE,
      expr,
      legendFormat: legend ?? '__auto',
      ...(type === 'timeseries' ? { range: true } : { instant: true, range: false }),
    })),
    fieldConfig: {
      defaults: {
        unit,
        min: 0,
        ...(max === undefined ? {} : { max }),
        thresholds: { mode: 'absolute', steps },
        ...(type === 'timeseries'
          ? {
              custom: {
                lineWidth: 1,
                fillOpacity: isStacked ? 30 : 5,
                showPoints: 'never',
                stacking: { mode: isStacked ? 'normal' : 'none', group: 'A' },
                thresholdsStyle: { mode: warnAt ? 'line' : 'off' },
              },
            }
          : { color: { mode: 'thresholds' } }),
      },
      overrides: [],
    },
    options: optionsOf(type),
  };
}

function optionsOf(type: Panel['type']): object {
  if (type === 'timeseries')
    return { legend: { displayMode: 'list', placement: 'bottom', showLegend: true }, tooltip: { mode: 'multi', sort: 'desc' } };
  const reduceOptions = { calcs: ['lastNotNull'], fields: '', values: false };
  if (type === 'stat') return { reduceOptions, colorMode: 'value', graphMode: 'area', textMode: 'auto', justifyMode: 'auto' };
  return { reduceOptions, orientation: 'horizontal', displayMode: 'gradient', showUnfilled: true };
}
