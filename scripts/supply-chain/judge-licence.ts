import parse from 'spdx-expression-parse';
import type { PackageManifest, ProductionPackage } from './production-graph.ts';

/** Licences whose only conditions are to keep notices: they bind nobody who uses, changes or ships this platform. */
const ALLOWED = new Set([
  'MIT',
  'MIT-0',
  'ISC',
  '0BSD',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'Unlicense',
  'CC0-1.0',
  'Zlib',
  'Python-2.0',
  'CC-BY-4.0', // data that comes with packages
]);

/** Packages under another licence, each for a reason. NOTICE names those that are no open-source licence. */
export const NAMED: Readonly<Record<string, string>> = {
  '@apollo/federation-internals': 'Elastic-2.0',
  '@apollo/query-graphs': 'Elastic-2.0',
  '@apollo/query-planner': 'Elastic-2.0',
  '@fontsource-variable/inter': 'OFL-1.1', // a typeface, free to use and to ship with software
};

type Expression = { license: string; plus?: true } | { conjunction: 'and' | 'or'; left: Expression; right: Expression };

export interface Verdict {
  id: string;
  licence: string;
  /** Undefined when it is fine. */
  problem?: string;
}

/** The licence of a package as an SPDX expression, as well as its manifest allows to tell. */
export function licenceOf({ license, licenses }: PackageManifest): string {
  const stated = typeof license === 'object' ? license.type : (license ?? licenses?.map(({ type }) => type).join(' OR ') ?? '');
  if (stated === 'Apache 2.0') return 'Apache-2.0'; // usearch writes it so
  return stated.replaceAll(/\b(or|and)\b/g, (word) => word.toUpperCase());
}

/** Says whether a package may run in production. */
export function judgeLicence({ id, name, manifest }: Pick<ProductionPackage, 'id' | 'name' | 'manifest'>): Verdict {
  if (!manifest) return { id, licence: 'not installed here' };
  const licence = licenceOf(manifest);
  if (NAMED[name] === licence) return { id, licence };
  let expression: Expression;
  try {
    expression = parse(licence) as Expression;
  } catch {
    return {
      id,
      licence,
      problem: `states ${JSON.stringify(licence)}, which is no SPDX licence. Read its licence file, then name it in scripts/supply-chain/judge-licence.ts.`,
    };
  }
  if (isAllowed(expression)) return { id, licence };
  return {
    id,
    licence,
    problem: `is under ${licence}, which is not on the list of scripts/supply-chain/judge-licence.ts. Take another package, or add it there with the reason.`,
  };
}

function isAllowed(expression: Expression): boolean {
  if ('license' in expression) return ALLOWED.has(expression.license);
  const { conjunction, left, right } = expression;
  return conjunction === 'or' ? isAllowed(left) || isAllowed(right) : isAllowed(left) && isAllowed(right);
}
