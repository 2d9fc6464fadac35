import { conflict, notFound } from '@customerai/service';
import type { Deps } from '../context.ts';
import { alertEvent } from './alert-event.ts';

/** Ends a rule, and with it the alert that it has raised. Throws NOT_FOUND, CONFLICT when it turned at this very moment. */
export async function removeAlertRule({ rules, clock, newId }: Deps, tenant: string, id: string): Promise<void> {
  const rule = (await rules.list(tenant)).find((one) => one.id === id);
  if (!rule) throw notFound('alert rule', id);
  const now = clock();
  const open = rule.alert && !rule.alert.resolved ? rule.alert : undefined;
  const events = open ? [alertEvent(rule, { ...open, id: newId(), at: now, resolved: true })] : [];
  if (!(await rules.remove(rule, now, events))) throw conflict('The rule changed at this very moment. Look at it again.');
}
