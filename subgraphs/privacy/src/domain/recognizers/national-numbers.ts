import { anyOf } from '../surroundings.ts';
import { isItin, isNhsNumber, isSsn } from './check-digits.ts';
import type { NationalNumber } from './national-number.ts';
import * as tfn from 'stdnum/lib/cjs/au/tfn.js';
import * as nn from 'stdnum/lib/cjs/be/nn.js';
import * as cpf from 'stdnum/lib/cjs/br/cpf.js';
import * as sin from 'stdnum/lib/cjs/ca/sin.js';
import * as ahv from 'stdnum/lib/cjs/ch/ssn.js';
import * as idnr from 'stdnum/lib/cjs/de/idnr.js';
import * as cpr from 'stdnum/lib/cjs/dk/cpr.js';
import * as dni from 'stdnum/lib/cjs/es/dni.js';
import * as nie from 'stdnum/lib/cjs/es/nie.js';
import * as hetu from 'stdnum/lib/cjs/fi/hetu.js';
import * as nir from 'stdnum/lib/cjs/fr/nir.js';
import * as nino from 'stdnum/lib/cjs/gb/nino.js';
import * as aadhaar from 'stdnum/lib/cjs/in/aadhaar.js';
import * as pan from 'stdnum/lib/cjs/in/pan.js';
import * as codiceFiscale from 'stdnum/lib/cjs/it/codicefiscale.js';
import * as curp from 'stdnum/lib/cjs/mx/curp.js';
import * as bsn from 'stdnum/lib/cjs/nl/bsn.js';
import * as fodselsnummer from 'stdnum/lib/cjs/no/fodselsnummer.js';
import * as pesel from 'stdnum/lib/cjs/pl/pesel.js';
import * as nif from 'stdnum/lib/cjs/pt/nif.js';
import * as personnummer from 'stdnum/lib/cjs/se/personnummer.js';

type Shape = readonly [pattern: string, alone: number, named: number];

const row = (
  type: string,
  description: string,
  languages: string,
  words: string,
  isValid: (number: string) => boolean,
  ...shapes: readonly Shape[]
): NationalNumber => ({
  type,
  description,
  languages: languages.split(' '),
  words: anyOf(words),
  isValid,
  shapes: shapes.map(([pattern, alone, named]) => ({ pattern, alone, named })),
});
const by =
  ({ validate }: { validate(number: string): { isValid: boolean } }) =>
  (number: string) =>
    validate(number.toUpperCase().replaceAll(/\s/g, '')).isValid;

const SSN_WORDS = 'ssn, social security, social security number, social security no, social';

/** Personal numbers of 20 countries. Adding one is adding a row. Scores below 0.5 need a word that names the number. */
export const nationalNumbers: readonly NationalNumber[] = [
  row(
    'US_SSN',
    'US social security number',
    'en es',
    SSN_WORDS,
    isSsn,
    ['\\d{3}-\\d{2}-\\d{4}', 0.7, 0.95],
    ['\\d{3} \\d{2} \\d{4}', 0.35, 0.85],
    ['\\d{9}', 0.05, 0.75],
  ),
  row(
    'US_ITIN',
    'US individual taxpayer number',
    'en es',
    `itin, taxpayer, tax id, ${SSN_WORDS}`,
    isItin,
    ['9\\d{2}-\\d{2}-\\d{4}', 0.7, 0.95],
    ['9\\d{2} \\d{2} \\d{4}', 0.35, 0.85],
    ['9\\d{8}', 0.05, 0.75],
  ),
  row(
    'CA_SIN',
    'Canadian social insurance number',
    'en fr',
    'sin number, my sin, social insurance, social insurance number, nas, assurance sociale',
    by(sin),
    ['\\d{3}[ -]\\d{3}[ -]\\d{3}', 0.4, 0.85],
    ['\\d{9}', 0.05, 0.75],
  ),
  row(
    'UK_NHS',
    'NHS number',
    'en',
    'nhs, nhs number, nhs no, national health, patient number',
    isNhsNumber,
    ['\\d{3}[ -]\\d{3}[ -]\\d{4}', 0.4, 0.95],
    ['\\d{10}', 0.1, 0.9],
  ),
  row('UK_NINO', 'UK national insurance number', 'en', 'nino, national insurance, national insurance number, ni number', by(nino), [
    '[a-z]{2} ?\\d{2} ?\\d{2} ?\\d{2} ?[a-d]',
    0.7,
    0.95,
  ]),
  row(
    'DE_STEUER_ID',
    'German tax identification number',
    'de en',
    'steuer-id, steuerid, steuer id, steueridentifikationsnummer, steuerliche identifikationsnummer, identifikationsnummer, idnr, steuernummer, tax id, tax number',
    by(idnr),
    ['\\d{2} \\d{3} \\d{3} \\d{3}', 0.6, 0.95],
    ['\\d{11}', 0.3, 0.9],
  ),
  row(
    'FR_NIR',
    'French social security number',
    'fr en',
    'nir, insee, sécurité sociale, numéro de sécurité sociale, sécu, social security',
    by(nir),
    ['[1-478] ?\\d{2} ?\\d{2} ?(?:\\d{2}|2[ab]) ?\\d{3} ?\\d{3} ?\\d{2}', 0.8, 0.95],
  ),
  row('ES_DNI', 'Spanish identity number', 'es en', 'dni, nif, documento, identidad, identity', by(dni), ['\\d{8}[ -]?[a-z]', 0.7, 0.95]),
  row('ES_NIE', 'Spanish identity number of foreigners', 'es en', 'nie, nif, extranjero, documento, identidad', by(nie), [
    '[xyz][ -]?\\d{7}[ -]?[a-z]',
    0.75,
    0.95,
  ]),
  row('IT_CODICE_FISCALE', 'Italian tax code', 'it en', 'codice fiscale, cf, fiscal code, tax code', by(codiceFiscale), [
    '[a-z]{6}[\\dl-np-v]{2}[a-ehlmprst][\\dl-np-v]{2}[a-z][\\dl-np-v]{3}[a-z]',
    0.9,
    1,
  ]),
  row(
    'NL_BSN',
    'Dutch citizen service number',
    'nl en',
    'bsn, burgerservicenummer, sofinummer, citizen service number',
    by(bsn),
    ['\\d{4}\\.\\d{2}\\.\\d{3}', 0.5, 0.9],
    ['\\d{9}', 0.1, 0.85],
  ),
  row('PL_PESEL', 'Polish personal number', 'pl en', 'pesel, numer pesel, identity', by(pesel), ['\\d{11}', 0.35, 0.95]),
  row(
    'BR_CPF',
    'Brazilian taxpayer number',
    'pt en',
    'cpf, cadastro de pessoas físicas',
    by(cpf),
    ['\\d{3}\\.\\d{3}\\.\\d{3}-\\d{2}', 0.9, 1],
    ['\\d{11}', 0.2, 0.9],
  ),
  row(
    'IN_AADHAAR',
    'Indian Aadhaar number',
    'en hi',
    'aadhaar, aadhar, uidai',
    by(aadhaar),
    ['\\d{4}[ -]\\d{4}[ -]\\d{4}', 0.45, 0.95],
    ['\\d{12}', 0.1, 0.9],
  ),
  row('IN_PAN', 'Indian income tax number', 'en hi', 'pan, pan card, pan number, permanent account number', by(pan), [
    '[a-z]{5}\\d{4}[a-z]',
    0.6,
    0.95,
  ]),
  row('SE_PERSONNUMMER', 'Swedish personal number', 'sv en', 'personnummer, personal number', by(personnummer), [
    '(?:19|20)?\\d{6}[-+]\\d{4}',
    0.7,
    0.95,
  ]),
  row('DK_CPR', 'Danish personal number', 'da en', 'cpr, cpr-nummer, personnummer', by(cpr), ['\\d{6}-\\d{4}', 0.45, 0.9]),
  row('FI_HETU', 'Finnish personal code', 'fi sv en', 'hetu, henkilötunnus, personbeteckning', by(hetu), ['\\d{6}[-+a]\\d{3}[\\da-y]', 0.85, 0.95]),
  row(
    'NO_FODSELSNUMMER',
    'Norwegian birth number',
    'no nb en',
    'fødselsnummer, personnummer, fnr',
    by(fodselsnummer),
    ['\\d{6} \\d{5}', 0.6, 0.95],
    ['\\d{11}', 0.35, 0.95],
  ),
  row(
    'BE_NN',
    'Belgian national number',
    'nl fr de en',
    'rijksregisternummer, insz, niss, registre national, numéro national',
    by(nn),
    ['\\d{2}\\.\\d{2}\\.\\d{2}-\\d{3}\\.\\d{2}', 0.9, 1],
    ['\\d{11}', 0.2, 0.9],
  ),
  row('CH_AHV', 'Swiss social security number', 'de fr it en', 'ahv, ahv-nummer, avs, sozialversicherungsnummer', by(ahv), [
    '756\\.?\\d{4}\\.?\\d{4}\\.?\\d{2}',
    0.85,
    0.95,
  ]),
  row('PT_NIF', 'Portuguese tax number', 'pt en', 'nif, contribuinte, número de contribuinte', by(nif), ['\\d{9}', 0.1, 0.8]),
  row(
    'AU_TFN',
    'Australian tax file number',
    'en',
    'tfn, tax file number, tax file',
    by(tfn),
    ['\\d{3} \\d{3} \\d{3}', 0.3, 0.9],
    ['\\d{8,9}', 0.05, 0.8],
  ),
  row('MX_CURP', 'Mexican population code', 'es en', 'curp', by(curp), ['[a-z]{4}\\d{6}[hmx][a-z]{5}[\\da-z]\\d', 0.9, 1]),
];
