import type { FirstAdmin } from '@customerai/subgraph-auth';
import { styleText } from 'node:util';

export interface Shown {
  url: string;
  dataDir: string;
  logFile?: string;
  firstAdmin: FirstAdmin | undefined;
  /** Further rows: label and text. */
  more?: readonly (readonly [string, string])[];
}

/** The one block that a start ends in. */
export function banner({ url, dataDir, logFile, firstAdmin, more = [] }: Shown, seconds: number): string {
  const signIn = !firstAdmin
    ? 'with your account'
    : firstAdmin.password
      ? `${firstAdmin.email} / ${firstAdmin.password}   (made just now; shown this once)`
      : `${firstAdmin.email} with the password of ADMIN_PASSWORD`;
  const rows: (readonly [string, string])[] = [
    ['Console', `${url}/`],
    ['GraphQL', `${url}/graphql   (HTTP and WebSocket)`],
    ['Explorer', `${url}/explorer`],
    ['REST', `${url}/api/v1/openapi.json`],
    ['Data', dataDir],
    ...(logFile ? ([['Log', logFile]] as [string, string][]) : []),
    ...more,
    ['Sign in', signIn],
    ['Next', 'npm run demo   (in a second shell: plays customer messages)'],
  ];
  const width = Math.max(...rows.map(([label]) => label.length)) + 1;
  const lines = rows.map(([label, value]) => `  ${styleText('dim', label.padEnd(width))}${value}`);
  return [
    '',
    `  ${styleText('bold', 'CustomerAI Insights Platform')} is ready after ${seconds.toFixed(1)} s`,
    '',
    ...lines,
    '',
    `  ${styleText('dim', 'Ctrl-C stops it; everything accepted stays.')}`,
    '',
  ].join('\n');
}
