import type { Recognizer } from '../finding.ts';
import { birthDate } from './birth-date.ts';
import { creditCard } from './credit-card.ts';
import { email } from './email.ts';
import { iban } from './iban.ts';
import { ip } from './ip.ts';
import { knownName } from './known-name.ts';
import { createNationalNumberRecognizer } from './national-number.ts';
import { nationalNumbers } from './national-numbers.ts';
import { phone } from './phone.ts';
import { url } from './url.ts';

/** Every recogniser; all of them run on every text. */
export const recognizers: readonly Recognizer[] = [
  email,
  phone,
  creditCard,
  iban,
  ip,
  url,
  birthDate,
  knownName,
  ...nationalNumbers.map(createNationalNumberRecognizer),
];
