import { openDump } from '@customerai/store';

/** The collections with a document that holds a word. */
export async function findDocuments(mongoUrl: string, databases: readonly string[], word: string): Promise<string[]> {
  await using dump = await openDump(mongoUrl, databases);
  const found: string[] = [];
  for (const collection of dump.collections)
    for await (const bytes of dump.read(collection)) if (Buffer.from(bytes).includes(word)) found.push(`${collection.database}.${collection.name}`);
  return [...new Set(found)].toSorted();
}
