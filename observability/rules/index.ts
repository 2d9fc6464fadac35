import { eventAlerts } from './event-alerts.ts';
import { gatewayAlerts } from './gateway-alerts.ts';
import type { Alert, Recording } from './rule.ts';
import { alertsOf, recordingsOf } from './slo.ts';
import { slos } from './slos.ts';
import { workAlerts } from './work-alerts.ts';

export const recordings: readonly Recording[] = slos.flatMap(recordingsOf);

/** Every alert by its group. */
export const groups: Readonly<Record<string, readonly Alert[]>> = {
  'customerai-promises': slos.flatMap(alertsOf),
  'customerai-gateway': gatewayAlerts,
  'customerai-events': eventAlerts,
  'customerai-work': workAlerts,
};
export const alerts: readonly Alert[] = Object.values(groups).flat();
