import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { seededRandom } from '../../tests/facts.ts';
import { findAnomalies, type SeriesPoint } from './anomalies.ts';

const HOUR = 3_600_000;
const BEGIN = Date.parse('2026-01-05T00:00:00Z'); // a Monday
const at = (hour: number) => new Date(BEGIN + hour * HOUR);

/** Five weeks of hours: forty messages an hour by day, few by night, none on Sundays, with noise. */
function weeks(change: (hour: number, value: number) => number = (_, value) => value): SeriesPoint[] {
  const random = seededRandom(11);
  return Array.from({ length: 5 * 168 }, (_, hour) => {
    const [day, clock] = [Math.floor(hour / 24) % 7, hour % 24];
    const usual = day === 6 ? 0 : clock >= 8 && clock < 18 ? 40 : 3;
    const value = change(hour, Math.round(usual * (0.85 + 0.3 * random())));
    return { start: at(hour), value, count: value, phase: hour % 168 };
  });
}
const LAST_WEEK = 4 * 168;
const find = (series: SeriesPoint[], over: { from?: Date; now?: Date } = {}) =>
  findAnomalies('INTERACTIONS', series, { from: over.from ?? at(LAST_WEEK), now: over.now ?? at(9_999), lastEnd: at(series.length) });
const hoursOf = (found: { at: Date }[]) => found.map((one) => (one.at.getTime() - BEGIN) / HOUR);

describe('anomalies', () => {
  it('a week like the weeks before has none, its nights and its Sunday included', () => assert.deepEqual(find(weeks()), []));

  it('finds a burst by night that would be nothing by day, and an hour by day that is far too quiet', () => {
    const night = LAST_WEEK + 24 + 3;
    const noon = LAST_WEEK + 48 + 12;
    const found = find(weeks((hour, value) => (hour === night ? 30 : hour === noon ? 2 : value)));
    assert.deepEqual(hoursOf(found), [night, noon]);
    const [burst, quiet] = found as [(typeof found)[0], (typeof found)[0]];
    assert.ok(burst.expected < 5 && burst.high < 30 && burst.severity > 10);
    assert.ok(quiet.expected > 30 && quiet.low > 2 && quiet.severity > 3.5);
    assert.ok(burst.low >= 0, 'no count is below zero');
  });

  it('earlier outliers do not hide a new one', () => {
    const same = (week: number) => week * 168 + 24 + 3;
    const found = find(weeks((hour, value) => (hour === same(1) || hour === same(4) ? 60 : value)));
    assert.deepEqual(hoursOf(found), [same(4)]);
  });

  it('only the past explains: what comes later changes nothing', () => {
    const point = LAST_WEEK + 30;
    const series = weeks((hour, value) => (hour === point ? 150 : value));
    assert.deepEqual(find(series.slice(0, point + 1)), find(series).slice(0, 1));
  });

  it('without enough past nothing is said; empty buckets before the first fact are no past', () => {
    const short = [...Array.from({ length: 50 }, () => 0), 5, 5, 5, 5, 900].map((value, hour) => ({
      start: at(hour),
      value,
      count: value,
      phase: hour,
    }));
    assert.deepEqual(find(short, { from: at(0) }), []);
  });

  it('a bucket that still runs may be too full, not too empty', () => {
    const noon = LAST_WEEK + 48 + 12;
    const until = (value: number) => weeks((hour, usual) => (hour === noon ? value : usual)).slice(0, noon + 1);
    assert.deepEqual(find(until(1), { now: at(noon + 0.2) }), []);
    assert.deepEqual(hoursOf(find(until(1), { now: at(noon + 1) })), [noon]);
    assert.deepEqual(hoursOf(find(until(200), { now: at(noon + 0.2) })), [noon]);
  });

  it('a share of few facts is no news, the same share of many is', () => {
    const share = (value: number, count: number) => {
      const usual = Array.from({ length: 20 }, (_, hour) => ({ start: at(hour), value: 0.2, count: 30, phase: 0 }));
      return findAnomalies('NEGATIVE_SHARE', [...usual, { start: at(20), value, count, phase: 0 }], { from: at(20), now: at(99), lastEnd: at(21) });
    };
    assert.deepEqual(share(1, 2), []);
    const [found] = share(0.6, 40);
    assert.ok(found && found.low >= 0 && found.high < 0.6 && found.severity > 3.5);
  });
});
