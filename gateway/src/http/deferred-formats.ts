import type { Announced, Delivery, Piece } from '../execute/deferred-run.ts';

/** Errors of a piece as they go to the client. */
type Told = readonly object[];

/** How one version of incremental delivery writes an answer in parts. */
export interface PartsFormat {
  /** What an `Accept` header names it by. */
  parameter: string;
  first(delivery: Delivery, told: Told): string;
  /** `told`: of each piece. */
  later(delivery: Delivery, told: readonly Told[]): string;
}

/** GraphQL's draft as of 2022-08-24, which Apollo's Router and clients speak: every piece says where it belongs. */
const placed: PartsFormat = {
  parameter: 'deferSpec=20220824',
  first: ({ pieces: [piece], more }, told) => `{"data":${piece!.json}${errorsIn(told)},"hasNext":${more}}`,
  later: ({ pieces, more }, told) => {
    const patches = pieces.map(({ json, ...piece }, index) => `{${labelled(piece)},"data":${json}${errorsIn(told[index]!)}}`);
    return `{"incremental":[${patches.join()}],"hasNext":${more}}`;
  },
};

/** The later draft, https://specs.apollo.dev/incremental/v0.2/: pieces are announced, and go by their ids. */
const announced: PartsFormat = {
  parameter: 'incrementalSpec=v0.2',
  first: ({ pieces: [piece], opened, more }, told) =>
    `{"data":${piece!.json}${errorsIn(told)}${opened.length > 0 ? `,${pending(opened)}` : ''},"hasNext":${more}}`,
  later: ({ pieces, opened, more }, told) => {
    const patches = pieces.flatMap((piece, index) => (isLost(piece) ? [] : [`{"id":"${piece.id}","data":${piece.json}${errorsIn(told[index]!)}}`]));
    const completed = pieces.map((piece, index) => `{"id":"${piece.id}"${isLost(piece) ? errorsIn(told[index]!) : ''}}`);
    const parts = [
      ...(opened.length > 0 ? [pending(opened)] : []),
      ...(patches.length > 0 ? [`"incremental":[${patches.join()}]`] : []),
      `"completed":[${completed.join()}]`,
      `"hasNext":${more}`,
    ];
    return `{${parts.join()}}`;
  },
};

const isLost = ({ json }: Piece): boolean => json === 'null';
const errorsIn = (told: Told): string => (told.length > 0 ? `,"errors":${JSON.stringify(told)}` : '');
const pending = (opened: readonly Announced[]): string => `"pending":[${opened.map((one) => `{"id":"${one.id}",${labelled(one)}}`).join()}]`;
const labelled = ({ label, path }: Omit<Announced, 'id'>): string =>
  `${label === undefined ? '' : `"label":${JSON.stringify(label)},`}"path":${JSON.stringify(path)}`;

/** The format that an `Accept` header names; undefined where an answer in one piece is wanted. */
export function partsFormatFor(accept: string | undefined): PartsFormat | undefined {
  for (const one of (accept ?? '').toLowerCase().split(',')) {
    const [type, ...parameters] = one.split(';').map((part) => part.trim().replaceAll(/[\s"]/g, ''));
    if (type !== 'multipart/mixed') continue;
    const format = [placed, announced].find(({ parameter }) => parameters.includes(parameter.toLowerCase()));
    if (format) return format;
  }
  return undefined;
}
