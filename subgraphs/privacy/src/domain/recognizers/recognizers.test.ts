import assert from 'node:assert/strict';
import { test } from 'node:test';
import { detect } from '../detect.ts';

// All persons, numbers and addresses are invented; card numbers are the schemes' own test numbers.
const find = (text: string, language = 'en', names: string[] = []) =>
  detect(text, { language, names, minScore: 0.5 }).map((finding) => {
    assert.equal(text.slice(finding.start, finding.end), finding.text);
    return `${finding.type} ${finding.text}`;
  });

const table: Record<string, readonly [text: string, expected: readonly string[], language?: string][]> = {
  'e-mail addresses': [
    ['Write to ann.lee+shop@mail.example.co.uk.', ['EMAIL_ADDRESS ann.lee+shop@mail.example.co.uk']],
    ["(o'neil@example.com)", ["EMAIL_ADDRESS o'neil@example.com"]],
    ['jürgen@müller-beispiel.de und x_1@sub.example.org', ['EMAIL_ADDRESS jürgen@müller-beispiel.de', 'EMAIL_ADDRESS x_1@sub.example.org']],
    ['😀 me@example.com 😀', ['EMAIL_ADDRESS me@example.com']],
    ['Ping @support on chat, 3 @ 4 EUR, foo@bar, a.@example.com', []],
  ],
  'phone numbers': [
    ['Call me at +44 20 7946 0958, please', ['PHONE_NUMBER +44 20 7946 0958']],
    ['0049 30 901820 ist richtig', ['PHONE_NUMBER 0049 30 901820'], 'de'],
    ['(202) 555-0143 or 202-555-0199 ext. 12', ['PHONE_NUMBER (202) 555-0143', 'PHONE_NUMBER 202-555-0199 ext. 12']],
    ['tel 0176 12345678', ['PHONE_NUMBER 0176 12345678'], 'de'],
    ['01 84 17 61 18', ['PHONE_NUMBER 01 84 17 61 18'], 'fr'],
    ['07911 123456 after 6', ['PHONE_NUMBER 07911 123456'], 'en-GB'],
    ['On 2026-05-03, 12.05.2026 and 03/05/26 I paid 1.234.567,89 and 1,234,567.00', []],
    ['Order 2025550143, invoice 202-555-0143, tracking 9400110200881234567890', []],
    ['Room 1 2 3 4 5 6 7 8 9 and 2019-2024', []],
  ],
  'payment cards': [
    ['Card 4111 1111 1111 1111 12/29 cvv 123', ['CREDIT_CARD 4111 1111 1111 1111']],
    [
      '5555555555554444, 3782 822463 10005, 6011-1111-1111-1117',
      ['CREDIT_CARD 5555555555554444', 'CREDIT_CARD 3782 822463 10005', 'CREDIT_CARD 6011-1111-1111-1117'],
    ],
    ['2 x 4012888888881881', ['CREDIT_CARD 4012888888881881']],
    ['my visa 4222222222222', ['CREDIT_CARD 4222222222222']],
    ['4222222222222', []],
    ['4111 1111 1111 1112, 1234 5678 9012 3456, 0000 0000 0000 0000', []],
  ],
  IBANs: [
    ['Refund to GB82 WEST 1234 5698 7654 32 and thanks', ['IBAN_CODE GB82 WEST 1234 5698 7654 32']],
    ['de89370400440532013000', ['IBAN_CODE de89370400440532013000']],
    ['GB82WEST12345698765433, XX82WEST12345698765432', []],
  ],
  'IP addresses': [
    ['from 203.0.113.77 and 2001:db8::8a2e:370:7334', ['IP_ADDRESS 203.0.113.77', 'IP_ADDRESS 2001:db8::8a2e:370:7334']],
    ['version 1.2.3.4, 256.1.1.1, 1.2.3, 12:30:45, std::dead', []],
  ],
  'web addresses': [
    ['See https://shop.example/a?b=1 (or www.example.org/x).', ['URL https://shop.example/a?b=1', 'URL www.example.org/x']],
    ['my page linkedin.example/in/someone!', ['URL linkedin.example/in/someone']],
    ['example.com works', ['URL example.com']],
    ['Thanks.It broke again, and/or not. e.g. this', []],
  ],
  'dates of birth': [
    ['I was born on 3 May 1984. Delivered on 4 May 2026.', ['DATE_OF_BIRTH 3 May 1984']],
    ['DOB: 03/05/1984', ['DATE_OF_BIRTH 03/05/1984']],
    ['geboren am 3. Mai 1984', ['DATE_OF_BIRTH 3. Mai 1984'], 'de'],
    ['The parcel of May 3, 1984 never came', []],
  ],
  'national numbers': [
    ['SSN 536-22-1234 and my ITIN is 912-70-1234', ['US_SSN 536-22-1234', 'US_ITIN 912-70-1234']],
    ['my social security number is 536221234', ['US_SSN 536221234']],
    ['000-12-3456, 666-12-3456, 900-12-3456, 123-00-4567', []],
    ['NHS number 943 476 5919', ['UK_NHS 943 476 5919']],
    ['NHS number 9434765918', []],
    ['NI number AB 12 34 56 C', ['UK_NINO AB 12 34 56 C']],
    ['Meine Steuer-ID ist 36 574 261 809', ['DE_STEUER_ID 36 574 261 809'], 'de'],
    ['Meine Steuer-ID ist 36574261808', [], 'de'],
    ['Sécu 2 95 10 99 126 111 93', ['FR_NIR 2 95 10 99 126 111 93'], 'fr'],
    ['DNI 54362315K y NIE X2482300W', ['ES_DNI 54362315K', 'ES_NIE X2482300W'], 'es'],
    ['DNI 54362315Z', [], 'es'],
    ['codice fiscale RCCMNL83S18D969H', ['IT_CODICE_FISCALE RCCMNL83S18D969H'], 'it'],
    ['BSN 111222333', ['NL_BSN 111222333'], 'nl'],
    ['BSN 111222334', [], 'nl'],
    ['PESEL 44051401359', ['PL_PESEL 44051401359'], 'pl'],
    ['CPF 390.533.447-05', ['BR_CPF 390.533.447-05'], 'pt'],
    ['Aadhaar 2341 2341 2346', ['IN_AADHAAR 2341 2341 2346']],
    ['personnummer 880320-0016', ['SE_PERSONNUMMER 880320-0016'], 'sv'],
    ['CPR 211062-5629', ['DK_CPR 211062-5629'], 'da'],
    ['hetu 131052-308T', ['FI_HETU 131052-308T'], 'fi'],
    ['fødselsnummer 151086 95088', ['NO_FODSELSNUMMER 151086 95088'], 'no'],
    ['rijksregisternummer 85.07.30-033.28', ['BE_NN 85.07.30-033.28'], 'nl'],
    ['AHV 756.9217.0769.85', ['CH_AHV 756.9217.0769.85'], 'de'],
    ['contribuinte 287024008', ['PT_NIF 287024008'], 'pt'],
    ['TFN 123 456 782', ['AU_TFN 123 456 782']],
    ['CURP BOXW310820HNERXN09', ['MX_CURP BOXW310820HNERXN09'], 'es'],
    ['social insurance number 046-454-286', ['CA_SIN 046-454-286']],
    ['PAN card ACUPA7085R', ['IN_PAN ACUPA7085R']],
    ['order 111222333, invoice number 44051401359, bestelling 536221234', []],
    ['536221234', []],
  ],
};

for (const [what, rows] of Object.entries(table)) {
  test(`finds ${what}, and only them`, () => {
    for (const [text, expected, language] of rows) assert.deepEqual(find(text, language), expected, text);
  });
}

test('hides names that the caller knows, in full and in parts', () => {
  assert.deepEqual(find('Maria Gonzalez-Ruiz here. MARIA again; marias shoes.', 'en', ['María Gonzalez-Ruiz']), [
    'PERSON Maria Gonzalez-Ruiz',
    'PERSON MARIA',
  ]);
  assert.deepEqual(find('Will you call? Regards, Will Li', 'en', ['Will Li']), ['PERSON Will', 'PERSON Will Li']);
  assert.deepEqual(find('I will wait', 'en', ['Will Li']), []);
  assert.deepEqual(find('a (b', 'en', ['', '  ', '((', '.*']), []);
});

test('goes through a million hostile characters without running away', () => {
  const pieces = ['1 ', '12 34 ', '1-', '((1', '+1', 'a@', 'a.', 'http://', 'GB59 ', '1:', '4111 ', 'born on ', 'a-', 'a/'];
  for (const piece of pieces) detect(piece.repeat(1_000_000 / piece.length), { language: 'en', names: ['Ann Lee'], minScore: 0.5 });
});
