const TIMEOUT_MS = 3_000;

/** Asks an address and says in one line what came back; 0 for status 200. For health checks in an image that has no curl. */
export async function probe(url: string, write: (text: string) => void): Promise<number> {
  try {
    const { status } = await fetch(url, { signal: AbortSignal.timeout(TIMEOUT_MS) });
    write(`${url} answers with ${status}\n`);
    return status === 200 ? 0 : 1;
  } catch (error) {
    write(`${url} does not answer (${((error as Error).cause as Error | undefined)?.message ?? (error as Error).message})\n`);
    return 1;
  }
}
