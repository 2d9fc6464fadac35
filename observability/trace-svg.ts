/** A span with its times counted from the trace's first, in ms. */
export interface TraceStep {
  service: string;
  name: string;
  kind: string;
  spanId: string;
  parentSpanId?: string;
  startMs: number;
  endMs: number;
  attributes: Record<string, unknown>;
}

const WIDTH = 1180;
const NAMES = 430;
const LINE = 18;
const HEAD = 46;
/** One for each service, light and dark enough for black text beside and on them. */
const COLOURS = ['#5b8ff9', '#5ad8a6', '#f6bd16', '#e8684a', '#6dc8ec', '#9270ca', '#ff9d4d', '#269a99', '#ff99c3'];

const escape = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Draws a trace as the usual waterfall: a line a span, below its parent, a bar from its begin to its end. */
export function toSvg(steps: readonly TraceStep[]): string {
  const services = [...new Set(steps.map(({ service }) => service))];
  const colourOf = (service: string) => COLOURS[services.indexOf(service) % COLOURS.length]!;
  const total = Math.max(...steps.map(({ endMs }) => endMs));
  const scale = (WIDTH - NAMES - 70) / total;
  const ordered = inTreeOrder(steps);
  const height = HEAD + ordered.length * LINE + 12;
  const rows = ordered.map(({ step, depth }, index) => {
    const y = HEAD + index * LINE;
    const x = NAMES + step.startMs * scale;
    const w = Math.max(1.5, (step.endMs - step.startMs) * scale);
    const label = `${step.service.replace('customerai-', '')}: ${step.name}`;
    return [
      index % 2 === 0 ? `<rect x="0" y="${y}" width="${WIDTH}" height="${LINE}" fill="#f6f7f9"/>` : '',
      `<text x="${8 + depth * 11}" y="${y + 13}">${escape(label)}</text>`,
      `<rect x="${x.toFixed(1)}" y="${y + 4}" width="${w.toFixed(1)}" height="${LINE - 8}" rx="2" fill="${colourOf(step.service)}"/>`,
      `<text x="${(x + w + 4).toFixed(1)}" y="${y + 13}" fill="#666">${(step.endMs - step.startMs).toFixed(1)}</text>`,
    ].join('');
  });
  const ticks = Array.from({ length: 6 }, (_, index) => (total * index) / 5).map((ms) => {
    const x = (NAMES + ms * scale).toFixed(1);
    return `<line x1="${x}" y1="${HEAD - 6}" x2="${x}" y2="${height - 8}" stroke="#ddd"/><text x="${x}" y="${HEAD - 10}" fill="#666">${ms.toFixed(0)} ms</text>`;
  });
  const legend = services.map((service, index) => {
    const x = 8 + index * 118;
    return `<rect x="${x}" y="8" width="11" height="11" rx="2" fill="${colourOf(service)}"/><text x="${x + 16}" y="17">${service.replace('customerai-', '')}</text>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" font-family="sans-serif" font-size="11">
<title>One interaction, from the mutation to what the reviewer's subscription receives</title>
<rect width="${WIDTH}" height="${height}" fill="#fff"/>
${[...legend, ...rows, ...ticks].join('\n')}
</svg>
`;
}

function inTreeOrder(steps: readonly TraceStep[]): { step: TraceStep; depth: number }[] {
  const known = new Set(steps.map(({ spanId }) => spanId));
  const childrenOf = Map.groupBy(steps, ({ parentSpanId }) => (parentSpanId && known.has(parentSpanId) ? parentSpanId : ''));
  const walk = (id: string, depth: number): { step: TraceStep; depth: number }[] =>
    (childrenOf.get(id) ?? []).toSorted((a, b) => a.startMs - b.startMs).flatMap((step) => [{ step, depth }, ...walk(step.spanId, depth + 1)]);
  return walk('', 0);
}
