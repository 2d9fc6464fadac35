const list = (words: string) => words.trim().split(/\s+/);

// Also the courtesies, fillers and times of customer mail, which say nothing about its topic.
const stopWords = new Set([
  ...list(`
    a about above after again all also am an and any are as at be because been before being below between both but by can could did do does doing down
    during each few for from further get got had has have having he her here hers him his how i if in into is it its just me more most my no nor not now
    of off on once only or other our out over own please same she should so some still such than thank thanks that the their them then there these they
    this those through to too under until up us very was we were what when where which while who why will with would yes you your yours
    hi hello hey dear regards im ive dont cant didnt doesnt wont isnt wasnt really want need know like tell let make go going say says said ok guys caller
    one two three day days week weeks month months year years minute minutes hour hours today tomorrow yesterday time times long
    monday tuesday wednesday thursday friday saturday sunday never ever always already soon maybe much many lot every everything everyone
    anybody nobody nothing something somebody thing things take takes took put use used new old good great best start finish
    product products item items customer customers company people`),
  ...list(`
    der die das ein eine einen und oder ist sind war ich du er sie es wir ihr mein meine nicht mit von zu auf für im in den dem des wie was wo wann bitte
    danke hallo habe haben kann auch noch sehr`),
  ...list(`
    le la les un une des et ou est sont je tu il elle nous vous mon ma mes ne pas avec de du pour sur dans que qui quoi comment bonjour merci ai avez très
    aussi encore`),
  ...list('el los las una unos y o es son yo mi mis no con por para en que como cuando donde hola gracias he ha muy también'),
]);

/** What customers call a thing and what help pages call it. Only for looking up, never for what is written. English. */
const synonyms: readonly (readonly string[])[] = [
  list('refund reimbursement reimburse repay chargeback moneyback'),
  list('damaged broken faulty defective cracked torn smashed'),
  list('late delayed delay overdue'),
  list('delivery shipping shipment parcel package courier'),
  list('login signin password'),
  list('invoice bill receipt'),
  list('charged charge billed payment'),
  list('cancel unsubscribe terminate'),
  list('replace exchange swap replacement'),
  list('lost missing vanished'),
];

/** A word's stem, roughly: enough to bring "returned", "returns" and "returning" together. Both sides of a comparison go through it. */
export function stem(word: string): string {
  if (word.length < 4 || !/^[a-z]+$/.test(word)) return word;
  let stemmed = word
    .replace(/(?:sses)$/, 'ss')
    .replace(/ies$/, 'y')
    .replace(/(?<![su])s$/, '');
  if (stemmed.length > 7) stemmed = stemmed.replace(/(?:ations?|ments?|ings?|ness)$/, '');
  if (stemmed.length > 5) stemmed = stemmed.replace(/(?:ing|ed|ly)$/, '');
  stemmed = stemmed.replace(/([bdfgklmnprtz])\1$/, '$1');
  return stemmed.length > 4 ? stemmed.replace(/[ey]$/, '') : stemmed;
}

const synonymsByStem = new Map<string, string[]>();
for (const group of synonyms) {
  const stems = [...new Set(group.map(stem))];
  for (const each of stems)
    synonymsByStem.set(
      each,
      [...new Set([...(synonymsByStem.get(each) ?? []), ...stems])].filter((other) => other !== each),
    );
}
export const synonymsOf = (stemmed: string): readonly string[] => synonymsByStem.get(stemmed) ?? [];

/** The telling words of a text as stems, in order, repeated where the text repeats them. Placeholders such as `<EMAIL_ADDRESS>` tell nothing. */
export function termsOf(text: string): string[] {
  const words = text
    .replaceAll(/<[A-Z_]+>/g, ' ')
    .toLowerCase()
    .replaceAll(/['’]/g, '')
    .replaceAll(/\bmoney back\b/g, 'moneyback')
    .replaceAll(/\b(?:log|sign)(?:ged|ging)?[ -](?:in|on)(?:to)?\b/g, 'login')
    .match(/[\p{L}\p{N}]+/gu);
  return (words ?? []).filter((word) => word.length > 1 && word.length <= 40 && !stopWords.has(word)).map(stem);
}
