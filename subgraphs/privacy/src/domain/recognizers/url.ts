import type { Finding, Recognizer } from '../finding.ts';

const name = 'url';
const WITH_SCHEME = /(?<![\p{L}\p{N}])(?:https?:\/\/|www\.)[^\s<>"'`]{1,2048}/giu;
// A bare domain counts with a path, or with one of the endings that no sentence runs into ("Thanks.It works" is no address).
const BARE =
  /(?<![\p{L}\p{N}@./_-])(?:[a-z0-9][a-z0-9-]{0,62}\.){1,4}(?:(?:com|net|org|edu|gov|io|dev|app|info|biz)(?![\p{L}\p{N}]|\.\p{L})|[a-z]{2,24}(?=\/[^\s/]))(?:[/?#][^\s<>"'`]{0,2048})?/giu;

/** Drops what belongs to the sentence: closing punctuation, and brackets that the address did not open. */
function trim(address: string): string {
  let end = address.length;
  for (;;) {
    const last = address[end - 1] ?? '';
    const unopened = last === ')' && !address.slice(0, end - 1).includes('(');
    if (!unopened && !/[.,;:!?\]}*_»”’]/.test(last)) return address.slice(0, end);
    end -= 1;
  }
}

/** Web addresses: with `http(s)://` or `www.`, and bare ones that cannot be meant otherwise. */
export const url: Recognizer = {
  name,
  types: ['URL'],
  languages: ['*'],
  find: (text) => {
    const found: Finding[] = [];
    const add = (pattern: RegExp, score: number) => {
      for (const { index: start, 0: match } of text.matchAll(pattern)) {
        const address = trim(match);
        if (!/[\p{L}\p{N}]/u.test(address.replace(/^(?:https?:\/\/|www\.)/i, ''))) continue;
        found.push({ type: 'URL', start, end: start + address.length, text: address, score, recognizer: name });
      }
    };
    add(WITH_SCHEME, 0.9);
    add(BARE, 0.6);
    return found;
  },
};
