import type { Deps } from '../context.ts';
import { detect } from '../domain/detect.ts';
import type { Finding, Hints } from '../domain/finding.ts';
import { mergeFindings } from '../domain/merge-findings.ts';
import { isContextual } from '../domain/model-types.ts';
import { findByModel } from './find-by-model.ts';

export interface Search extends Hints {
  tenant: string;
  text: string;
  /** Only these types; when absent all that are not contextual, and those of `more`. */
  types?: ReadonlySet<string>;
  /** Contextual types that are wanted besides. */
  more?: ReadonlySet<string>;
  /** Of every finding; when absent the service's own for patterns, while a finding of the model counts once it reaches the model's own threshold. */
  minScore?: number;
  signal?: AbortSignal;
}

/** Personal data found by patterns and by the model. Throws rather than answer with half of it. */
export async function findPersonalData(deps: Deps, { tenant, text, types, more, minScore, signal, ...hints }: Search): Promise<Finding[]> {
  if (text.trim() === '') return [];
  const patterns = detect(text, { ...hints, types, minScore: minScore ?? deps.minScore }, deps.recognizers);
  const isWanted = ({ type, score }: Finding) =>
    (types ? types.has(type) : !isContextual(type) || more?.has(type) === true) && score >= (minScore ?? 0);
  const model = (await findByModel(deps.reader, tenant, text, signal)).filter(isWanted);
  return mergeFindings(text, patterns, model);
}
