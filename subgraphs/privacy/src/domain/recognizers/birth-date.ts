import type { Recognizer } from '../finding.ts';

const name = 'birth-date';
const labels =
  String.raw`date of birth|birth date|birthdate|d\.?o\.?b\.?|born on the|born on|born in|born|birthday is on|birthday is|birthday|geburtsdatum|geboren am
|geboren op|geboren|date de naissance|née? le|fecha de nacimiento|nacid[oa] el|data di nascita|nat[oa] il|geboortedatum|data de nascimento|nascid[oa] em
|data urodzenia|urodzon[ya]`.replaceAll('\n', '');
const months =
  'jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|januar|februar|mär|mai|juni|juli|okt|dez|janv|févr|avr|juin|juil|août|déc|ene|abr|ago|dic|gen|mag|giu|lug|set|ott|out|fev';
const dates = [
  String.raw`\d{1,4}[./-]\d{1,2}[./-]\d{1,4}`,
  String.raw`\d{1,2}(?:st|nd|rd|th|er|\.)?\s(?:of\s|de\s)?(?:${months})\p{L}{0,9}\.?,?(?:\s(?:de\s)?\d{4})?`,
  String.raw`(?:${months})\p{L}{0,9}\.?\s\d{1,2}(?:st|nd|rd|th)?(?:,?\s\d{4})?`,
];
const LABELLED = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?:${labels})[\s:=,-]{0,4}(?:(?:is|was|ist|est|es|è)\s)?(${dates.join('|')})(?![\p{L}\p{N}])`,
  'dgiu',
);

/** Dates that are called a date of birth. A date alone is not personal: customers write about delivery dates all day. */
export const birthDate: Recognizer = {
  name,
  types: ['DATE_OF_BIRTH'],
  languages: ['en', 'de', 'fr', 'es', 'it', 'nl', 'pt', 'pl'],
  find: (text) =>
    [...text.matchAll(LABELLED)].map((match) => {
      const [start, end] = match.indices![1]!;
      return { type: 'DATE_OF_BIRTH', start, end, text: match[1]!, score: 0.85, recognizer: name };
    }),
};
