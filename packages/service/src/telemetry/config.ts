import { z } from 'zod';
import { type Env, parseEnv, port } from '../config.ts';

/** `name=value,name=value`, values percent-encoded, as OpenTelemetry has its lists. */
const pairs = z
  .string()
  .default('')
  .transform((text, context) => {
    const entries = text.split(',').flatMap((part) => {
      if (part.trim() === '') return [];
      const at = part.indexOf('=');
      if (at < 1) context.addIssue({ code: 'custom', message: 'must be name=value pairs, separated by commas' });
      return [[part.slice(0, at).trim(), decodeURIComponent(part.slice(at + 1).trim())] as const];
    });
    return Object.fromEntries(entries);
  });

const address = z.url({ protocol: /^https?$/, message: 'must begin with http:// or https://, e.g. http://otel-collector:4318' });

/** What every process reads, the all-in-one included. The names that begin with OTEL_ mean what OpenTelemetry's specification says. */
export const telemetryEnv = {
  OTEL_EXPORTER_OTLP_ENDPOINT: address.optional(),
  OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: address.optional(),
  OTEL_EXPORTER_OTLP_HEADERS: pairs,
  OTEL_EXPORTER_OTLP_PROTOCOL: z
    .literal('http/json', 'must be http/json: spans go as JSON to the port that collectors have for HTTP, 4318')
    .optional(),
  OTEL_TRACES_SAMPLER_ARG: z.coerce.number().min(0).max(1).default(1),
  OTEL_BSP_SCHEDULE_DELAY: z.coerce.number().int().min(1).default(2_000),
  OTEL_RESOURCE_ATTRIBUTES: pairs,
  METRICS_PORT: port.optional(),
  METRICS_HOST: z.string().optional(),
  HOST: z.string().default('127.0.0.1'),
};

export interface TelemetryConfig {
  traces?: { url: string; headers: Readonly<Record<string, string>>; ratio: number; resource: Readonly<Record<string, string>>; delayMs: number };
  metrics?: { host: string; port: number };
}

export function parseTelemetryConfig(env: Env): TelemetryConfig {
  const given = parseEnv(telemetryEnv, env);
  const base = given.OTEL_EXPORTER_OTLP_ENDPOINT?.replace(/\/$/, '');
  const url = given.OTEL_EXPORTER_OTLP_TRACES_ENDPOINT ?? (base && `${base}/v1/traces`);
  return {
    ...(url && {
      traces: {
        url,
        headers: given.OTEL_EXPORTER_OTLP_HEADERS,
        ratio: given.OTEL_TRACES_SAMPLER_ARG,
        resource: given.OTEL_RESOURCE_ATTRIBUTES,
        delayMs: given.OTEL_BSP_SCHEDULE_DELAY,
      },
    }),
    ...(given.METRICS_PORT !== undefined && { metrics: { host: given.METRICS_HOST ?? given.HOST, port: given.METRICS_PORT } }),
  };
}
