const PATTERN = /^P(?=\d|T\d)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:[.,]\d+)?)S)?)?$/;
const LONGEST_YEARS = 100;

/** The moment that lies an ISO 8601 duration before another, by the UTC calendar. Undefined for what is no duration, is negative, or goes back over 100 years. */
export function before(moment: Date, duration: string): Date | undefined {
  const parts = PATTERN.exec(duration)?.slice(1);
  if (!parts) return undefined;
  const [years, months, weeks, days, hours, minutes, seconds] = parts.map((part) => Number(part?.replace(',', '.') ?? 0)) as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const back = new Date(moment);
  const day = back.getUTCDate();
  back.setUTCDate(1);
  back.setUTCMonth(back.getUTCMonth() - 12 * years - months);
  const lastDay = new Date(Date.UTC(back.getUTCFullYear(), back.getUTCMonth() + 1, 0)).getUTCDate();
  back.setUTCDate(Math.min(day, lastDay)); // a month before 31 March is the end of February
  back.setTime(back.getTime() - ((weeks * 7 + days) * 24 + hours) * 3_600_000 - minutes * 60_000 - seconds * 1000);
  const earliest = new Date(moment).setUTCFullYear(moment.getUTCFullYear() - LONGEST_YEARS);
  return back.getTime() >= earliest ? back : undefined;
}
