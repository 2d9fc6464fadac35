import type { Filter, Range } from './reports.ts';

export type ExportFormat = 'CSV' | 'PARQUET';

export interface ExportRequest {
  range: Range;
  filter: Filter;
  format: ExportFormat;
}

/** A written report; who holds the link may have it until it expires. */
export interface ReportExport {
  id: string;
  rows: number;
  /** Below the platform's address. */
  url: string;
  expiresAt: Date;
}

/** What a link says of the file behind it; the signature covers all of it. */
export interface ExportLink {
  tenant: string;
  /** `<id>.csv` or `<id>.parquet`. */
  file: string;
  /** In ms since 1970. */
  expires: number;
}

const EXTENSIONS: Readonly<Record<ExportFormat, string>> = { CSV: 'csv', PARQUET: 'parquet' };
const CONTENT_TYPES: Readonly<Record<string, string>> = { csv: 'text/csv; charset=utf-8', parquet: 'application/vnd.apache.parquet' };

export const fileOf = (id: string, format: ExportFormat): string => `${id}.${EXTENSIONS[format]}`;
export const contentTypeOf = (file: string): string => CONTENT_TYPES[file.split('.').at(-1)!] ?? 'application/octet-stream';
export const signedText = ({ tenant, file, expires }: ExportLink): string => JSON.stringify([tenant, file, expires]);
export const linkOf = (link: ExportLink, signature: string): string =>
  `/api/v1/analytics/exports/${link.file}?${new URLSearchParams({ tenant: link.tenant, expires: String(link.expires), signature })}`;
