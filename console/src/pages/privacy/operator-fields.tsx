import { Group, Select, Stack, TextInput } from '@mantine/core';
import type { AnonymizeOperator } from '../../generated/graphql.ts';
import { t } from '../../i18n/index.ts';

/** What to do with each type; `DEFAULT` stands for those without a choice of their own. */
export type Operators = Record<string, { operator: AnonymizeOperator; value?: string }>;

const OPERATORS = ['REPLACE', 'REDACT', 'MASK', 'HASH', 'PSEUDONYMIZE', 'ENCRYPT', 'KEEP'] as const;
const INHERIT = 'DEFAULT';

/** One choice for everything, and one for each type that was found. */
export function OperatorFields({ types, value, onChange }: { types: readonly string[]; value: Operators; onChange: (value: Operators) => void }) {
  const operators = OPERATORS.map((one) => ({ value: one, label: t(`privacy.operators.${one}`) }));
  const set = (type: string, choice: Operators[string] | undefined) => {
    const { [type]: _old, ...others } = value;
    onChange(choice ? { ...others, [type]: choice } : others);
  };
  return (
    <Stack gap="xs">
      {['DEFAULT', ...types].map((type) => {
        const choice = value[type];
        const takesValue = choice?.operator === 'REPLACE' || choice?.operator === 'MASK';
        return (
          <Group key={type} gap="xs" wrap="nowrap" align="flex-end">
            <Select
              flex={1}
              size="xs"
              label={type === 'DEFAULT' ? t('privacy.everything') : type}
              data={type === 'DEFAULT' ? operators : [{ value: INHERIT, label: t('privacy.asEverything') }, ...operators]}
              value={choice?.operator ?? INHERIT}
              allowDeselect={false}
              onChange={(operator) => set(type, operator === INHERIT || operator === null ? undefined : { operator: operator as AnonymizeOperator })}
            />
            {takesValue && (
              <TextInput
                size="xs"
                w={120}
                aria-label={t('privacy.valueOf', { type })}
                placeholder={choice.operator === 'MASK' ? t('privacy.maskValue') : t('privacy.replaceValue')}
                value={choice.value ?? ''}
                onChange={(event) => set(type, { operator: choice.operator, ...(event.currentTarget.value && { value: event.currentTarget.value }) })}
              />
            )}
          </Group>
        );
      })}
    </Stack>
  );
}
