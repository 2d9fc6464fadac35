import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { refusal, sets, skip } from './helm.ts';

const set = (...pairs: string[]) => pairs.flatMap((pair) => ['--set', pair]);

const cases: [contradiction: string, args: string[], says: RegExp][] = [
  [
    'two scalers of one service',
    set('services.review.hpa.enabled=true', 'services.review.keda.enabled=true'),
    /services\/review.*keda\/enabled.*must be false/s,
  ],
  [
    'a scaler by default and another one by name',
    set(
      'defaults.hpa.enabled=true',
      'services.analytics.hpa.enabled=false',
      'services.ai.keda.enabled=true',
      'services.ai.keda.consumers={c}',
      'keda.natsMonitoringEndpoint=n:8222',
    ),
    /services\.ai: hpa and keda are both enabled/,
  ],
  ['two processes of the warehouse', set('services.analytics.replicas=2'), /services\/analytics\/replicas.*want 1/],
  ['a scaled warehouse', set('services.analytics.hpa.enabled=true'), /services\/analytics\/hpa\/enabled.*must be false/],
  ['a warehouse that is no singleton', set('services.analytics.singleton=false'), /services\/analytics\/singleton.*must be true/],
  ['a volume of several processes', set('services.review.persistence.enabled=true', 'services.review.replicas=2'), /services\.review\.persistence/],
  ['blue/green with one graph for both', set('deployment.strategy=blueGreen'), /supergraph\/source.*must be 'image'/],
  ['a public colour that is not there', set('activeColor=green'), /colors\/green\/deploy.*must be true/],
  ['a colour that is none', set('activeColor=red'), /activeColor.*'blue', 'green'/],
  ['secrets from values that are not complete', set('secrets.values.MONGO_URL=null'), /secrets\/values\/MONGO_URL/],
  ['an audit log that nothing seals', set('secrets.values.PRIVACY_KEY=null'), /secrets\/values.*PRIVACY_KEY/],
  ['webhooks to nobody', set('networkPolicy.webhooks.enabled=true', 'networkPolicy.webhooks.to=null'), /networkPolicy\/webhooks.*'to'/],
  ['secrets in values and elsewhere', set('secrets.source=existing'), /secrets\/values/],
  ['a Secret of no name', [...set('secrets.source=existing', 'secrets.existingName=', 'secrets.values=null')], /secrets\/existingName/],
  ['backups that nobody could encrypt', set('backup.enabled=true'), /secrets\/values.*BACKUP_KEY/],
  ['copies of events on an even number of servers', set('nats.replicas=2'), /nats\/replicas.*0, 1, 3, 5/],
  ['a Vault without an address', set('secrets.source=external', 'secrets.values=null', 'secrets.external.vault.create=true'), /vault\/server/],
  ['a monitor of metrics that are off', set('serviceMonitor.enabled=true'), /metrics\/enabled.*must be true/],
  ['an ingress for no host', set('ingress.enabled=true'), /ingress\/host/],
  ['a route from nowhere', set('gatewayApi.enabled=true'), /gatewayApi\/parentRefs/],
  ['a scaler by no consumer', set('services.ai.keda.enabled=true', 'keda.natsMonitoringEndpoint=n:8222'), /services\.ai\.keda\.consumers/],
  ['a scaler that knows no NATS', set('services.ai.keda.enabled=true', 'services.ai.keda.consumers={c}'), /keda\.natsMonitoringEndpoint: is empty/],
  ['more at least than at most', set('services.ai.hpa.enabled=true', 'services.ai.hpa.minReplicas=9'), /services\.ai\.hpa: minReplicas is above/],
  ['no time to drain', set('terminationGracePeriodSeconds=20', 'preStopSleepSeconds=15'), /terminationGracePeriodSeconds: has to leave 15 s/],
  ['certificates by nobody', set('mtls.enabled=true', 'mtls.issuer.create=false'), /mtls\/issuer\/name/],
  ['a misspelt value', set('networkPolicies.enabled=false'), /'networkPolicies' not allowed/],
  ['a secret as a plain variable name', set('services.ai.moreSecrets={PASSWORD}'), /services\/ai\/moreSecrets/],
];

describe('values that contradict each other', { skip }, () => {
  for (const [contradiction, args, says] of cases)
    test(`${contradiction} is refused by name`, () => assert.match(String(refusal([...sets['small']!, ...args])), says));

  test('several at once are told at once', () => {
    const said = String(refusal([...sets['small']!, ...set('preStopSleepSeconds=60', 'services.ai.keda.enabled=true')]));
    for (const name of ['terminationGracePeriodSeconds', 'services.ai.keda.consumers', 'keda.natsMonitoringEndpoint'])
      assert.ok(said.includes(name), name);
  });
});
