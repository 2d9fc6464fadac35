/**
 * Types that only a trained model finds, by the meaning of the words around. `contextual`: told only to those who name the type, and left in place otherwise. Times of deliveries,
 * forms of address and order numbers stand in most messages, say nothing of who wrote them, and an answer needs them.
 */
export const modelTypes: Record<string, { description: string; severity: number; contextual?: true }> = {
  PERSON: { description: 'Name of a person', severity: 0.4 },
  LOCATION: { description: 'Place: a city, region or country', severity: 0.15 },
  ADDRESS: { description: 'Postal address or a part of one', severity: 0.5 },
  ORGANIZATION: { description: 'Name of a company or another organisation', severity: 0.1 },
  DATE_OF_BIRTH: { description: 'Date of birth', severity: 0.5 },
  AGE: { description: 'Age of a person', severity: 0.2 },
  NRP: { description: 'Nationality, religion or political conviction', severity: 0.4 },
  HEALTH: { description: 'State of health, treatment or medicine', severity: 0.6 },
  USERNAME: { description: 'Name of an account', severity: 0.3 },
  PASSWORD: { description: 'Password, PIN, key or another secret', severity: 0.9 },
  PHONE_NUMBER: { description: 'Phone number', severity: 0.5 },
  BANK_ACCOUNT: { description: 'Number of a bank account', severity: 0.8 },
  NATIONAL_ID: { description: 'Number of a passport, an identity card or a tax or insurance record, of a country without a pattern', severity: 0.9 },
  DATE_TIME: { description: 'Date or time', severity: 0.05, contextual: true },
  TITLE: { description: 'Form of address, such as Mr or Dr', severity: 0.05, contextual: true },
  ID_NUMBER: { description: 'Number of an order, a contract, a device and the like', severity: 0.1, contextual: true },
};

/** Found by patterns with check digits or an exact grammar, which know better than a guess from the words around. */
const exact: ReadonlySet<string> = new Set(['CREDIT_CARD', 'EMAIL_ADDRESS', 'IBAN_CODE', 'IP_ADDRESS', 'URL']);

/** Whether a finding of the model is taken over. A type that we do not know is: what a later model finds must not pass unseen. */
export const isTakenFromModel = (type: string): boolean => !exact.has(type);

export const isContextual = (type: string): boolean => modelTypes[type]?.contextual === true;
