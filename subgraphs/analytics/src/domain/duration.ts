const FORM = /^P(?:(\d+)W|(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?)$/;
const UNITS = [7 * 86_400_000, 86_400_000, 3_600_000, 60_000, 1_000];

/** An ISO 8601 duration of whole weeks, or days, hours, minutes and seconds, in ms; undefined for others: months and years have no length of their own. */
export function parseDuration(text: string): number | undefined {
  const numbers = FORM.exec(text)?.slice(1);
  if (!numbers || numbers.every((one) => one === undefined)) return undefined;
  return numbers.reduce((sum, one, index) => sum + Number(one ?? 0) * UNITS[index]!, 0);
}
