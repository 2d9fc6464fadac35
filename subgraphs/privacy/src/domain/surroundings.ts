const BEFORE = 48; // about eight words: a label stands close to its number
const AFTER = 24;
const SENTENCE_END = /[!?;]|\.\s+(?=\p{Lu})/u; // a dot alone ends no sentence: "tel. 0176 ..."

/** A pattern for any of these words or phrases (lists separated by commas), whole and in any case. */
export function anyOf(...lists: readonly string[]): RegExp {
  const phrases = lists.flatMap((list) => list.split(', '));
  const sources = phrases
    .toSorted((a, b) => b.length - a.length)
    .map((phrase) => phrase.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`).replaceAll(' ', String.raw`\s+`));
  return new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${sources.join('|')})(?![\p{L}\p{N}])`, 'giu');
}

const thing = anyOf(
  'order, orders, order no, order number, order id, invoice, ticket, tracking, parcel, shipment, reference, ref, case, booking, reservation',
  'sku, article, product, serial, item, model, part number, transaction, version, bestellung, bestellnummer, auftrag, rechnung, sendung',
  'commande, facture, colis, pedido, factura, ordine, fattura, bestelling, factuur, encomenda, zamówienie, zamówienia, faktura',
);

function lastIndex(text: string, pattern: RegExp): number {
  let last = -1;
  for (const match of text.matchAll(pattern)) last = match.index;
  return last;
}

/**
 * What the words around a number say of it: `yes` when one of `words` names it, `no` when it is called an order, invoice or the like,
 * else `unknown`. Of the words before the number the nearest decides. Looks at a fixed number of characters, whatever the text's length.
 */
export function contextOf(text: string, start: number, end: number, words: RegExp): 'yes' | 'no' | 'unknown' {
  const before = text
    .slice(Math.max(0, start - BEFORE), start)
    .split(SENTENCE_END)
    .at(-1)!;
  const named = lastIndex(before, words);
  const ordered = lastIndex(before, thing);
  if (named > ordered) return 'yes';
  if (ordered >= 0) return 'no';
  return lastIndex(text.slice(end, end + AFTER).split(/[.!?\n]/, 1)[0]!, words) >= 0 ? 'yes' : 'unknown';
}
