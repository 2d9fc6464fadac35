import assert from 'node:assert/strict';
import { test } from 'node:test';
import { snoozeChoices } from './snooze-choices.ts';

const shown = (now: Date) => snoozeChoices(now).map(({ id, until }) => `${id} ${until.toDateString().slice(0, 3)} ${until.getHours()}`);

test('times to come back, by the clock of the reviewer', () => {
  const wednesday = new Date(2026, 2, 4, 14, 30);
  assert.deepEqual(shown(wednesday), ['hour Wed 15', 'afternoon Wed 17', 'tomorrow Thu 9', 'monday Mon 9', 'week Wed 9']);
});

test('one morning is offered once', () => {
  assert.deepEqual(shown(new Date(2026, 2, 8, 8)), ['hour Sun 9', 'afternoon Sun 11', 'tomorrow Mon 9', 'week Sun 9']);
  assert.deepEqual(shown(new Date(2026, 2, 9, 8)), ['hour Mon 9', 'afternoon Mon 11', 'tomorrow Tue 9', 'monday Mon 9']);
});
