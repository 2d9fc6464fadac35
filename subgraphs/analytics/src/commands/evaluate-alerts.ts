import type { Deps } from '../context.ts';
import { type AlertRule, nextTurn } from '../domain/alerts.ts';
import { unitOf } from '../domain/metrics.ts';
import { alertEvent } from './alert-event.ts';

/**
 * Computes each rule's metric over its window and lets it take its turn. Any number of processes may do so at once: a turn counts from the revision that
 * was read, so one of them writes it. A warehouse that is still being filled says nothing.
 */
export async function evaluateAlerts(deps: Deps, rules: readonly AlertRule[]): Promise<void> {
  if (rules.length === 0 || !(await deps.warehouse.isFilled())) return;
  const now = deps.clock();
  const values = new Map<string, Promise<number | null>>(); // rules that differ in their threshold alone ask the warehouse once
  for (const rule of rules) {
    const key = `${rule.tenant} ${rule.metric} ${rule.windowMs}`;
    const known = values.get(key) ?? measure(deps, rule, now);
    values.set(key, known);
    await takeTurn(deps, rule, await known, now);
  }
}

/** The window ends with this very millisecond. */
async function measure({ warehouse }: Deps, { tenant, metric, windowMs }: AlertRule, now: Date): Promise<number | null> {
  const to = now.getTime() + 1;
  const value = await warehouse.value(tenant, { metric, range: { from: new Date(to - windowMs), to: new Date(to) }, filter: {} });
  return value === null ? null : value / unitOf(metric);
}

async function takeTurn({ rules, newId }: Deps, rule: AlertRule, value: number | null, now: Date): Promise<void> {
  const turn = nextTurn(rule, value, now);
  if (!turn) return;
  const alert = { id: newId(), at: now, ...turn };
  await rules.turn(rule, alert, [alertEvent(rule, alert)]);
}
