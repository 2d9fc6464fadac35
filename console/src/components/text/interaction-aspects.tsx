import { useQuery } from '@apollo/client/react';
import { Stack, Text } from '@mantine/core';
import { graphql } from '../../generated/index.ts';
import { toFault } from '../../graphql/faults.ts';
import { t } from '../../i18n/index.ts';
import { AspectList } from './aspect-list.tsx';

/** A question of its own, outside of the cache: a model that tells no aspects answers NOT_IMPLEMENTED, and must not take the rest of the analysis with it. */
const InteractionAspectsDocument = graphql(`
  query InteractionAspects($id: ID!) {
    interaction(id: $id) {
      id
      sentiment {
        aspects {
          aspect
          category
          start
          label
          score
        }
      }
    }
  }
`);

/** The aspects of a stored message under a heading; with `quiet` nothing at all where the model that analysed it tells none. */
export function InteractionAspects({ id, quiet = false }: { id: string; quiet?: boolean }) {
  const { data, error } = useQuery(InteractionAspectsDocument, { variables: { id }, fetchPolicy: 'no-cache' });
  const aspects = data?.interaction?.sentiment?.aspects;
  if (!aspects && (quiet || !error || toFault(error).code !== 'NOT_IMPLEMENTED')) return null;
  return (
    <Stack gap={6}>
      <Text size="xs" c="dimmed" fw={600}>
        {t('shell.aspects.title')}
      </Text>
      {aspects ? (
        <AspectList aspects={aspects} />
      ) : (
        <Text size="xs" c="dimmed">
          {t('shell.aspects.notThere')}
        </Text>
      )}
    </Stack>
  );
}
