export const UNITS = ['D', 'W', 'M', 'Y'] as const;
export type Unit = (typeof UNITS)[number];

/** `P90D` and the like as a count and its unit; undefined for one of several units, such as `P1Y6M`. */
export function readKeepFor(iso: string): { count: number; unit: Unit } | undefined {
  const [, count, unit] = /^P(\d+)([DWMY])$/.exec(iso) ?? [];
  return count === undefined ? undefined : { count: Number(count), unit: unit as Unit };
}

export const writeKeepFor = (count: number, unit: Unit): string => `P${count}${unit}`;
