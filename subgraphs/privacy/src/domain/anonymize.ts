import type { Finding } from './finding.ts';

export type Operator =
  | { kind: 'REPLACE'; /** `<TYPE>` when absent. */ value?: string }
  | { kind: 'REDACT' }
  | { kind: 'MASK'; visible: number; character: string }
  | { kind: 'KEEP' }
  | { kind: 'STAND_IN'; /** What stands in the finding's place. */ make(type: string, text: string): string };

const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;

/**
 * Hides letters and digits, keeps what stands between them, leaves the last `visible` readable, but never more than half (so that a short
 * value does not stay whole).
 */
export function mask(value: string, visible: number, character: string): string {
  const characters = [...value];
  const total = characters.filter((each) => LETTER_OR_DIGIT.test(each)).length;
  let hide = total - Math.min(visible, Math.floor(total / 2));
  return characters.map((each) => (LETTER_OR_DIGIT.test(each) && hide-- > 0 ? character : each)).join('');
}

function apply(finding: Finding, operator: Operator): string {
  switch (operator.kind) {
    case 'REPLACE':
      return operator.value ?? `<${finding.type}>`;
    case 'REDACT':
      return '';
    case 'MASK':
      return mask(finding.text, operator.visible, operator.character);
    case 'KEEP':
      return finding.text;
    case 'STAND_IN':
      return operator.make(finding.type, finding.text);
  }
}

/** The text with each finding treated by its type's operator. `findings` are in text order and do not overlap. */
export function anonymize(text: string, findings: readonly Finding[], operatorOf: (type: string) => Operator = () => ({ kind: 'REPLACE' })): string {
  const pieces: string[] = [];
  let position = 0;
  for (const finding of findings) {
    pieces.push(text.slice(position, finding.start), apply(finding, operatorOf(finding.type)));
    position = finding.end;
  }
  return pieces.join('') + text.slice(position);
}
