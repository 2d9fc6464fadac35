import { type Aspect, type Label, polarityOf } from './verdict.ts';

/** What customers speak of, by the words they use for it. Fixed and few, so that an event can carry the category where it may not carry the words. */
const words: Record<string, string> = {
  delivery: 'delivery shipping shipment parcel package courier driver tracking dispatch postage arrival transport',
  packaging: 'packaging packing box carton wrapping seal label',
  price: 'price cost value fee rate discount offer deal voucher coupon promotion sale money tariff plan subscription',
  payment: 'payment bill billing invoice charge card transaction transfer checkout receipt balance deposit',
  refund: 'refund return exchange replacement cancellation reimbursement compensation warranty guarantee claim',
  quality: 'quality material fabric build finish durability design colour color size fit smell taste texture look feel sound',
  product: 'product item article order goods model device phone laptop battery screen camera keyboard charger shoe dress shirt toy book part',
  support: 'support service helpdesk hotline agent representative chat call email reply response answer assistance help complaint ticket',
  staff: 'staff waiter waitress server manager employee team owner host hostess chef bartender cashier seller crew people',
  app: 'app application website site page web login interface update software version feature search menu map notification',
  account: 'account password profile registration membership verification pin security data privacy settings',
  food: 'food dish meal pizza pasta sushi burger chicken fish meat salad soup sauce rice bread dessert cake breakfast lunch dinner appetizer portion ingredient',
  drinks: 'drink wine beer cocktail coffee tea bar juice water',
  place: 'place room table seat atmosphere ambience ambiance decor music location restaurant hotel shop store branch parking bathroom view space',
  waiting: 'wait waiting queue line delay time speed hour minute day week',
};

const categoryOf: ReadonlyMap<string, string> = new Map(
  Object.entries(words).flatMap(([category, list]) => list.split(' ').map((word) => [word, category] as const)),
);

/** Every category that there is. */
export const ASPECT_CATEGORIES: readonly string[] = [...Object.keys(words), 'other'];

const singular = (word: string) => word.replace(/(?<=[^aeious])ies$/, 'y').replace(/(?<=(?:x|sh|ch|ss))es$|(?<=[^s])s$/, '');

/** The category of what is spoken of, by the last of its words that is known: the head of an English term. `other` for none. */
export function categorise(term: string): string {
  const known = (term.toLowerCase().match(/\p{L}+/gu) ?? []).map((word) => categoryOf.get(word) ?? categoryOf.get(singular(word)));
  return known.findLast((category) => category !== undefined) ?? 'other';
}

/** The categories that a text speaks of, each once with its surest aspect's label and polarity (-1 to 1). */
export function aspectCategories(text: string, aspects: readonly Aspect[]): { category: string; label: Label; score: number }[] {
  const surest = new Map<string, Aspect>();
  for (const aspect of aspects) {
    const category = categorise(text.slice(aspect.start, aspect.end));
    if (aspect.score > (surest.get(category)?.score ?? -1)) surest.set(category, aspect);
  }
  return [...surest].map(([category, aspect]) => ({ category, label: aspect.label, score: polarityOf(aspect) }));
}
