import { t } from '../../i18n/index.ts';

const HOUR = 3_600_000;
const MORNING = 9; // o'clock, by the reviewer's own clock

export interface SnoozeChoice {
  id: 'hour' | 'afternoon' | 'tomorrow' | 'monday' | 'week';
  text: string;
  until: Date;
}

/** When an item can come back, soonest first; the digit is its place. */
export function snoozeChoices(now: Date): SnoozeChoice[] {
  const morning = (days: number) => new Date(now.getFullYear(), now.getMonth(), now.getDate() + days, MORNING);
  const toMonday = (8 - now.getDay()) % 7 || 7;
  const choices = [
    ['hour', new Date(now.getTime() + HOUR)],
    ['afternoon', new Date(now.getTime() + 3 * HOUR)],
    ['tomorrow', morning(1)],
    ['monday', morning(toMonday)],
    ['week', morning(7)],
  ] as const;
  // On a Sunday tomorrow is Monday, on a Monday the next one is a week away: said once.
  const seen = new Set<number>();
  return choices.flatMap(([id, until]) => {
    if (seen.has(until.getTime())) return [];
    seen.add(until.getTime());
    return [{ id, until, text: t(`review.snoozeFor.${id}`) }];
  });
}
