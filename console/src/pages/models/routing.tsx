import { useMutation } from '@apollo/client/react';
import { Button, Card, Group, Slider, Switch, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useCan } from '../../auth/use-auth.ts';
import { FaultNote } from '../../components/fault-note.tsx';
import { format } from '../../components/tables/format.ts';
import type { ModelsQuery } from '../../generated/graphql.ts';
import { t } from '../../i18n/index.ts';
import { DeployVersionDocument } from './documents.ts';

const MARKS = [5, 25, 50, 75, 100].map((value) => ({ value, label: `${value} %` }));
const FIRST_SHARE = 5;

/** Which version answers which share of the texts: a canary by a slider, all of them at 100, nobody but for comparison as the shadow. */
export function Routing({ model, version, onChanged }: { model: ModelsQuery['models'][number]; version: string | undefined; onChanged: () => void }) {
  const may = useCan('models:write');
  const isCanary = version !== undefined && version === model.canary?.version;
  const isShadow = version !== undefined && version === model.shadow?.version.version;
  const [percent, setPercent] = useState(isCanary ? (model.canaryPercent ?? FIRST_SHARE) : isShadow ? model.shadow!.percent : FIRST_SHARE);
  const [shadow, setShadow] = useState(isShadow);
  const [deploy, { loading, error }] = useMutation(DeployVersionDocument);
  if (version === undefined) return null;
  if (version === model.live?.version)
    return (
      <Text size="sm" c="dimmed" mb="md">
        {t(model.versions.length > 1 ? 'models.chooseAnother' : 'models.onlyOne')}
      </Text>
    );
  const route = async (share: number) => {
    const { data } = await deploy({ variables: { name: model.name, version, percent: share, shadow: shadow && share > 0 } });
    if (!data) return;
    notifications.show({
      message: t(share === 0 ? 'models.takenOut' : share === 100 && !shadow ? 'models.nowLive' : 'models.routed', { version, percent: share }),
    });
    onChanged();
  };
  return (
    <Card withBorder padding="md" mb="md" component="section" aria-label={t('models.routing')} data-routing={version}>
      <Text fw={600} size="sm" mb="sm">
        {t('models.routingOf', { version })}
      </Text>
      <Slider
        aria-label={t('models.share')}
        value={percent}
        onChange={setPercent}
        min={1}
        max={100}
        marks={MARKS}
        label={(value) => `${value} %`}
        disabled={!may}
        mb={30}
        thumbLabel={t('models.share')}
      />
      <Group justify="space-between">
        <Switch
          size="sm"
          label={t('models.shadow')}
          description={t('models.shadowText')}
          checked={shadow}
          onChange={(event) => setShadow(event.currentTarget.checked)}
          disabled={!may}
        />
        <Group gap="xs">
          {(isCanary || isShadow) && (
            <Button size="xs" variant="default" loading={loading} disabled={!may} onClick={() => void route(0).catch(() => undefined)}>
              {t('models.takeOut')}
            </Button>
          )}
          <Button size="xs" loading={loading} disabled={!may} onClick={() => void route(percent).catch(() => undefined)}>
            {shadow ? t('models.compare', { percent }) : percent === 100 ? t('models.makeLive') : t('models.canaryShare', { percent })}
          </Button>
        </Group>
      </Group>
      {!may && (
        <Text size="xs" c="dimmed" mt="xs">
          {t('models.mayNot')}
        </Text>
      )}
      {isCanary && model.canaryStats && (
        <Text size="xs" c="dimmed" mt="xs" className="figures">
          {t('models.canaryFigures', {
            requests: format.number(model.canaryStats.requests),
            errors: format.number(model.canaryStats.errors),
            p50: model.canaryStats.p50Ms == null ? '–' : format.number(model.canaryStats.p50Ms, 1),
            p99: model.canaryStats.p99Ms == null ? '–' : format.number(model.canaryStats.p99Ms, 1),
          })}
        </Text>
      )}
      {isShadow && (
        <Text size="xs" c="dimmed" mt="xs" className="figures">
          {t('models.shadowFigures', {
            texts: format.number(model.shadow!.texts),
            failed: format.number(model.shadow!.failed),
            agreement: format.share(model.shadow!.agreement),
          })}
        </Text>
      )}
      {error && <FaultNote error={error} />}
    </Card>
  );
}
