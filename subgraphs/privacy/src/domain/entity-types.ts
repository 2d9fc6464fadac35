import type { Recognizer } from './finding.ts';
import { modelTypes } from './model-types.ts';
import { recognizers } from './recognizers/index.ts';
import { nationalNumbers } from './recognizers/national-numbers.ts';

export interface EntityType {
  type: string;
  description: string;
  languages: string[];
  recognizers: string[];
  /** Harm when it leaks, 0 to 1: what the risk score weighs it with. */
  severity: number;
}

const general: Record<string, readonly [description: string, severity: number]> = {
  EMAIL_ADDRESS: ['E-mail address', 0.5],
  PHONE_NUMBER: ['Phone number', 0.5],
  CREDIT_CARD: ['Payment card number with a valid check digit', 0.9],
  IBAN_CODE: ['International bank account number with valid check digits', 0.8],
  IP_ADDRESS: ['IPv4 or IPv6 address', 0.3],
  URL: ['Web address', 0.2],
  DATE_OF_BIRTH: ['Date that is called a date of birth', 0.5],
};
const NATIONAL_SEVERITY = 0.9;
/** What the model that is shipped was trained on. */
const MODEL_LANGUAGES = ['en'];
/** From which severity on a type tells who somebody is; a city, a company, a date do not. */
const TELLING = 0.2;

const described = new Map<string, readonly [string, number]>([
  ...Object.entries(general),
  ...Object.entries(modelTypes).map(([type, { description, severity }]) => [type, [description, severity]] as const),
  ...nationalNumbers.map(({ type, description }) => [type, [description, NATIONAL_SEVERITY]] as const),
]);

function listTypes(all: readonly Recognizer[]): EntityType[] {
  const types = new Map<string, EntityType>();
  for (const { name, types: own, languages } of all) {
    for (const type of own) {
      const [description, severity] = described.get(type)!;
      const entry = types.get(type) ?? { type, description, severity, languages: [], recognizers: [] };
      types.set(type, { ...entry, languages: [...new Set([...entry.languages, ...languages])], recognizers: [...entry.recognizers, name] });
    }
  }
  for (const [type, { description, severity }] of Object.entries(modelTypes)) {
    const entry = types.get(type) ?? { type, description, severity, languages: [], recognizers: [] };
    types.set(type, {
      ...entry,
      languages: entry.languages.length === 0 ? [...MODEL_LANGUAGES] : entry.languages,
      recognizers: [...entry.recognizers, 'model'],
    });
  }
  return [...types.values()];
}

/** Every type that can be found. */
export const entityTypes: readonly EntityType[] = listTypes(recognizers);
export const entityTypeByName: ReadonlyMap<string, EntityType> = new Map(entityTypes.map((entry) => [entry.type, entry]));

/** Harm when a finding of this type leaks, 0 to 1. Of a type that we do not know, the most. */
export const severityOf = (type: string): number => entityTypeByName.get(type)?.severity ?? 1;

/** Whether a finding of this type tells who somebody is. */
export const isTelling = (type: string): boolean => severityOf(type) >= TELLING;
