/** Checks a durable name: it is a key in files, subjects and metrics. Throws a RangeError. */
export function checkConsumerName(name: string): void {
  if (!/^[A-Za-z0-9_-]{1,64}$/.test(name)) {
    throw new RangeError(`Consumer name ${JSON.stringify(name)} must be 1 to 64 letters, digits, "-" or "_".`);
  }
}
