import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A span as it came over the wire, in plain values. */
export interface ReceivedSpan {
  service: string;
  name: string;
  /** 1 internal, 2 server, 3 client, 4 producer, 5 consumer. */
  kind: number;
  traceId: string;
  spanId: string;
  parentSpanId?: string;
  /** In nanoseconds since 1970. */
  start: bigint;
  end: bigint;
  /** With the error's type. */
  failed?: string;
  attributes: Record<string, unknown>;
}

export interface OtlpReceiver extends AsyncDisposable {
  /** For OTEL_EXPORTER_OTLP_ENDPOINT. */
  url: string;
  readonly spans: readonly ReceivedSpan[];
  /** Resolves with all spans as soon as they fit. */
  until(fits: (spans: readonly ReceivedSpan[]) => boolean): Promise<readonly ReceivedSpan[]>;
}

/** A collector for tests: takes OTLP over HTTP in JSON and keeps it. */
export async function startOtlpReceiver(): Promise<OtlpReceiver> {
  const spans: ReceivedSpan[] = [];
  const waiting = new Set<() => void>();
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      spans.push(...readSpans(JSON.parse(Buffer.concat(chunks).toString())));
      response.setHeader('content-type', 'application/json').end('{}');
      for (const look of waiting) look();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    spans,
    until: (fits) =>
      new Promise((resolve) => {
        const look = () => {
          if (!fits(spans)) return;
          waiting.delete(look);
          resolve(spans);
        };
        waiting.add(look);
        look();
      }),
    [Symbol.asyncDispose]: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

interface Attribute {
  key: string;
  value: Record<string, unknown>;
}

const valueOf = ({ value }: Attribute): unknown => ('intValue' in value ? Number(value['intValue']) : Object.values(value)[0]);
const toRecord = (attributes: readonly Attribute[] = []) => Object.fromEntries(attributes.map((one) => [one.key, valueOf(one)]));

function readSpans(body: any): ReceivedSpan[] {
  return body.resourceSpans.flatMap(({ resource, scopeSpans }: any) =>
    scopeSpans.flatMap((scope: any) =>
      scope.spans.map((span: any): ReceivedSpan => {
        const attributes = toRecord(span.attributes);
        return {
          service: String(toRecord(resource.attributes)['service.name']),
          name: span.name,
          kind: span.kind,
          traceId: span.traceId,
          spanId: span.spanId,
          ...(span.parentSpanId ? { parentSpanId: span.parentSpanId } : {}),
          start: BigInt(span.startTimeUnixNano),
          end: BigInt(span.endTimeUnixNano),
          ...(span.status?.code === 2 ? { failed: String(attributes['error.type']) } : {}),
          attributes,
        };
      }),
    ),
  );
}
