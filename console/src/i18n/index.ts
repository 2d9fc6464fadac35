import type { en } from './en/index.ts';
import { review } from './en/review.ts';
import { shell } from './en/shell.ts';

/** A text with `{name}` places; or one form for each plural category of `count`. */
type Leaf = string | { readonly one: string; readonly other: string };
type KeysOf<Node, Prefix extends string = ''> = {
  [Key in keyof Node & string]: Node[Key] extends Leaf ? `${Prefix}${Key}` : KeysOf<Node[Key], `${Prefix}${Key}.`>;
}[keyof Node & string];

/** Every text of the console, e.g. `review.approve`. */
export type TextKey = KeysOf<typeof en>;

/** The texts that are here: the first page's at once, those of the other pages when one of them is opened (`routes.tsx`). */
const catalogue: Partial<typeof en> = { shell, review };
export const addTexts = (sections: typeof en): void => void Object.assign(catalogue, sections);

export const locale = 'en';
const plural = new Intl.PluralRules(locale);

/** The text of a key with its places filled in; numbers are written as the locale does. */
export function t(key: TextKey, values: Readonly<Record<string, string | number>> = {}): string {
  let leaf: unknown = catalogue;
  for (const part of key.split('.')) leaf = (leaf as Record<string, unknown>)[part];
  const pattern =
    typeof leaf === 'string' ? leaf : (leaf as { one: string; other: string })[plural.select(Number(values['count'])) as 'one' | 'other'];
  return pattern.replace(/\{(\w+)\}/g, (place, name: string) => {
    const value = values[name];
    return value === undefined ? place : typeof value === 'number' ? value.toLocaleString(locale) : value;
  });
}
