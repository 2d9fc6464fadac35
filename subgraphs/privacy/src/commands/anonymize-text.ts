import { badInput, type KnownViewer } from '@customerai/service';
import type { Deps } from '../context.ts';
import { anonymize, type Operator } from '../domain/anonymize.ts';
import type { Finding } from '../domain/finding.ts';
import { isContextual } from '../domain/model-types.ts';
import { createStandIns, type StandIns } from '../domain/stand-ins.ts';
import { checkLength } from '../errors.ts';
import { checkType, parseLanguage } from './detect-pii.ts';
import { findPersonalData } from './find-personal-data.ts';

export interface OperatorChoice {
  /** A type, or `DEFAULT` for every type without a choice of its own. */
  entity: string;
  operator: 'REPLACE' | 'REDACT' | 'MASK' | 'HASH' | 'ENCRYPT' | 'PSEUDONYMIZE' | 'KEEP';
  value?: string | null;
}

const MASK_SPEC = /^(\d{1,3})(?::(\S))?$/u;
const MAX_VALUE = 200;
const REPLACED = { name: 'REPLACE', operator: { kind: 'REPLACE' } } as const;

function parseOperator({ operator, value }: OperatorChoice, standIns: StandIns): Operator {
  switch (operator) {
    case 'REPLACE':
      if ((value?.length ?? 0) > MAX_VALUE) throw badInput('operators.value', `A replacement may have at most ${MAX_VALUE} characters.`);
      return { kind: 'REPLACE', value: value ?? undefined };
    case 'MASK': {
      const spec = MASK_SPEC.exec(value ?? '4');
      if (!spec)
        throw badInput(
          'operators.value',
          'For MASK, "value" is how many characters stay readable at the end, and if wanted the mask: "4", "0" or "4:#".',
        );
      return { kind: 'MASK', visible: Number(spec[1]), character: spec[2] ?? '*' };
    }
    default:
      if (value != null) throw badInput('operators.value', `${operator} takes no "value".`);
      if (operator === 'ENCRYPT') return { kind: 'STAND_IN', make: standIns.encrypt };
      if (operator === 'HASH') return { kind: 'STAND_IN', make: standIns.hash };
      if (operator === 'PSEUDONYMIZE') return { kind: 'STAND_IN', make: standIns.pseudonym };
      return { kind: operator };
  }
}

/**
 * Treats each finding by its type's operator, REPLACE when none is named; a contextual type only when it is named. What was encrypted stands in the audit log. Throws BAD_USER_INPUT,
 * SERVICE_UNAVAILABLE.
 */
export async function anonymizeText(
  deps: Deps,
  { tenant, id: actor }: Pick<KnownViewer, 'tenant' | 'id'>,
  { text, language, operators }: { text: string; language?: string | null; operators?: readonly OperatorChoice[] | null },
): Promise<{ text: string; entities: Finding[]; reversible: boolean }> {
  const standIns = createStandIns(deps.secrets('stand-ins'), tenant);
  const chosen = new Map<string, { name: OperatorChoice['operator']; operator: Operator }>();
  for (const choice of operators ?? []) {
    if (choice.entity !== 'DEFAULT') checkType(choice.entity, 'operators.entity');
    if (chosen.has(choice.entity)) throw badInput('operators.entity', `"${choice.entity}" has two operators; name it once.`);
    chosen.set(choice.entity, { name: choice.operator, operator: parseOperator(choice, standIns) });
  }
  checkLength(text);
  const more = new Set([...chosen.keys()].filter(isContextual));
  const entities = await findPersonalData(deps, { tenant, text, language: parseLanguage(language), names: [], more });
  const choiceOf = (type: string) => chosen.get(type) ?? chosen.get('DEFAULT') ?? REPLACED;
  const names = entities.map(({ type }) => choiceOf(type).name);
  const encrypted = names.filter((name) => name === 'ENCRYPT').length;
  if (encrypted > 0) await deps.audit.append(tenant, { actor, action: 'text.encrypted', target: `ciphertexts:${encrypted}` });
  const reversible = encrypted > 0 && names.every((name) => name === 'ENCRYPT' || name === 'KEEP');
  return { text: anonymize(text, entities, (type) => choiceOf(type).operator), entities, reversible };
}
