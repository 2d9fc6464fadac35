/** What the checks of a draft may raise. */
export type Flag = 'ungrounded' | 'pii' | 'prompt_injection' | 'promise';

const injection = [
  /\b(?:ignore|disregard|forget|override)\b.{0,40}\b(?:previous|prior|above|earlier|all|your|the)\b.{0,30}\b(?:instructions?|rules?|prompts?|guidelines?|context)\b/is,
  /\b(?:system|developer|hidden|initial) prompt\b/i,
  /\b(?:reveal|show|print|repeat|output)\b.{0,30}\byour (?:instructions|rules|prompt)\b/is,
  /\byou are (?:now|no longer)\b.{0,40}\b(?:a|an|in|assistant|ai|bot|mode)\b/is,
  /\b(?:developer|god|dan|jailbreak) mode\b|\bjailbreak\b/i,
  /<\|?(?:im_start|im_end|system|endoftext)\|?>|\[\/?INST\]|^\s*(?:system|assistant)\s*:/im,
  /\b(?:ignoriere|vergiss)\b.{0,40}\b(?:anweisungen|regeln)\b|\bignore[zr]?\b.{0,40}\b(?:instructions|consignes)\b|\bignora\b.{0,40}\binstrucciones\b/is,
];

const promise = [
  /\b(?:we|i)(?: will|['’]ll| shall| are going to| promise to| can promise)\b.{0,30}\b(?:refund|reimburse|compensate|credit|replace|pay you|waive|send you a new)\b/is,
  /\byou(?: will|['’]ll) (?:get|receive|be (?:given|paid|sent))\b.{0,40}\b(?:refund|money back|compensation|voucher|replacement|credit)\b/is,
  /\b(?:we|i) (?:guarantee|promise)\b/i,
  /\bwir (?:erstatten|ersetzen|garantieren|versprechen)\b|\bnous (?:rembourserons|garantissons|promettons)\b|\b(?:le reembolsaremos|garantizamos|prometemos)\b/i,
];

const anyMatches = (patterns: readonly RegExp[], text: string) => patterns.some((pattern) => pattern.test(text));

/** Text that gives orders to a machine rather than words to a company. A few telling shapes; a determined author gets around them. */
export const looksLikeInjection = (text: string): boolean => anyMatches(injection, text);

/** Words that commit the company to pay, replace or guarantee. The help pages may say so rightly; a person should have seen it. */
export const soundsLikePromise = (text: string): boolean => anyMatches(promise, text);

/** Contact details in a fully quoted answer are those of the help pages, not a person's. */
const companyContacts: ReadonlySet<string> = new Set(['EMAIL_ADDRESS', 'PHONE_NUMBER', 'URL']);

/** The flags of a draft, in alphabetical order. `typesLeft`: types of personal data found in the draft itself. */
export function flagsOf({
  question,
  draft,
  groundedness,
  typesLeft,
}: {
  question: string;
  draft: string;
  groundedness: number;
  typesLeft: readonly string[];
}): Flag[] {
  const flags: Flag[] = [];
  if (typesLeft.some((type) => groundedness < 1 || !companyContacts.has(type))) flags.push('pii');
  if (soundsLikePromise(draft)) flags.push('promise');
  if (looksLikeInjection(question)) flags.push('prompt_injection');
  if (groundedness < 1) flags.push('ungrounded');
  return flags;
}
