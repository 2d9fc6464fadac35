import type { Plugin } from 'vite';

const MANTINE_CLASS = /\bm_[0-9a-f]{4,}\b/g;

/**
 * Mantine's style sheet has the rules of all its components. A component's classes stand in its code, so a rule is needed only where one of its classes
 * is in some file of the bundle: three quarters go.
 */
export function dropUnusedStyles(): Plugin {
  return {
    name: 'drop-unused-styles',
    apply: 'build',
    generateBundle: (_options, bundle) => {
      const used = new Set<string>();
      for (const output of Object.values(bundle))
        if (output.type === 'chunk') for (const [name] of output.code.matchAll(MANTINE_CLASS)) used.add(name);
      for (const output of Object.values(bundle)) {
        if (output.type === 'asset' && output.fileName.endsWith('.css')) output.source = keepUsed(String(output.source), used);
      }
    },
  };
}

/** The rules of a minified style sheet whose Mantine classes are all used; rules without such classes stay. */
export function keepUsed(css: string, used: ReadonlySet<string>): string {
  let kept = '';
  for (const { prelude, body } of rulesOf(css)) {
    if (body === undefined) kept += prelude;
    else if (/^@(media|supports|layer|container)/.test(prelude)) {
      const inner = keepUsed(body, used);
      if (inner) kept += `${prelude}{${inner}}`;
    } else {
      const selectors = prelude.startsWith('@') ? [prelude] : splitSelectors(prelude).filter((selector) => isUsed(selector, used));
      if (selectors.length > 0) kept += `${selectors.join(',')}{${body}}`;
    }
  }
  return kept;
}

const isUsed = (selector: string, used: ReadonlySet<string>) => [...selector.matchAll(MANTINE_CLASS)].every(([name]) => used.has(name));

/** At the commas outside of brackets. */
function splitSelectors(prelude: string): string[] {
  const parts = [''];
  let depth = 0;
  for (const character of prelude) {
    if (character === '(' || character === '[') depth++;
    if (character === ')' || character === ']') depth--;
    if (character === ',' && depth === 0) parts.push('');
    else parts[parts.length - 1] += character;
  }
  return parts;
}

/** Top-level rules; a statement without a block (`@import ...;`) has no body. Strings and braces in them are skipped. */
function* rulesOf(css: string): Generator<{ prelude: string; body?: string }> {
  let start = 0;
  let open = -1;
  let depth = 0;
  for (let at = 0; at < css.length; at++) {
    const character = css[at];
    if (character === '"' || character === "'") {
      at = endOfString(css, at);
    } else if (character === '/' && css[at + 1] === '*') {
      at = css.indexOf('*/', at) + 1;
    } else if (character === ';' && depth === 0) {
      yield { prelude: css.slice(start, at + 1) };
      start = at + 1;
    } else if (character === '{') {
      if (depth++ === 0) open = at;
    } else if (character === '}' && --depth === 0) {
      yield { prelude: css.slice(start, open).trim(), body: css.slice(open + 1, at) };
      start = at + 1;
    }
  }
}

function endOfString(css: string, start: number): number {
  let at = start + 1;
  while (at < css.length && css[at] !== css[start]) at += css[at] === '\\' ? 2 : 1;
  return at;
}
