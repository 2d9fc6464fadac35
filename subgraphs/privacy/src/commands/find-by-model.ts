import { isReading, type TextReader, unavailable } from '@customerai/service';
import type { Finding } from '../domain/finding.ts';
import { isTakenFromModel } from '../domain/model-types.ts';
import { splitText } from './split-text.ts';

/** Above this many characters a text waits behind others. */
const LONG = 20_000;

/**
 * Personal data that the model finds, in text order. Nothing when the live model does not look for any. Throws SERVICE_UNAVAILABLE when it does not answer: a text
 * that was only half looked through must not pass for a clean one.
 */
export async function findByModel(reader: TextReader, tenant: string, text: string, signal?: AbortSignal): Promise<Finding[]> {
  const pieces = splitText(text);
  const readings = await reader.read(
    tenant,
    pieces.map((piece) => piece.text),
    { priority: text.length > LONG ? 'backfill' : 'interactive', signal },
  );
  return readings.flatMap((reading, index) => {
    if (!isReading(reading)) throw unavailable('The model that finds personal data', new Error(reading.error.message));
    if (reading.truncated) throw unavailable('The model that finds personal data', new Error('It did not read the text to its end.'));
    const offset = pieces[index]!.start;
    return (reading.entities ?? [])
      .filter(({ type }) => isTakenFromModel(type))
      .map(({ type, start, end, score }) => ({
        type,
        start: start + offset,
        end: end + offset,
        text: text.slice(start + offset, end + offset),
        score: Math.round(score * 1000) / 1000,
        recognizer: `${reading.model.name}@${reading.model.version}`,
      }));
  });
}
