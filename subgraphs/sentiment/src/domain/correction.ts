import type { Analysed } from './interaction.ts';
import { type Problem, problem, readable } from './problem.ts';
import type { Label, Probabilities } from './verdict.ts';

/** A person's word on how a customer feels, beside the model's at that moment. It holds no text: that is the interaction's. */
export interface Correction {
  id: string;
  interactionId: string;
  customerId: string;
  label: Label;
  modelLabel: Label;
  probabilities: Probabilities;
  model: { name: string; version: string };
  /** Whether the customer's words may train models. */
  consent: boolean;
  consentSource?: string;
  /** Id of who said so. */
  correctedBy: string;
  correctedAt: Date;
}

export interface CorrectionInput {
  interactionId: string;
  label: Label;
  consent: boolean;
  consentSource?: string | null;
}

/** Conditions that must all hold. */
export interface CorrectionFilter {
  consent?: boolean | null;
  /** From the model's label. */
  differs?: boolean | null;
  /** Inclusive. */
  correctedFrom?: Date | null;
  /** Exclusive. */
  correctedTo?: Date | null;
}

const MAX_SOURCE = 200;

export function checkCorrection({ consent, consentSource }: CorrectionInput): Problem | undefined {
  if (consentSource && consentSource.length > MAX_SOURCE)
    return problem('consentSource', `\`consentSource\` has ${readable(consentSource.length)} characters; at most ${MAX_SOURCE} are accepted.`);
  if (consentSource && !consent)
    return problem('consentSource', '`consentSource` says where consent is written down, but `consent` is false: leave it out, or set `consent`.');
  return undefined;
}

export function toCorrection(
  { analysis, id: interactionId, customerId }: Analysed,
  { label, consent, consentSource }: CorrectionInput,
  who: { id: string; correctedBy: string; correctedAt: Date },
): Correction {
  const { label: modelLabel, probabilities, model } = analysis;
  return { ...who, interactionId, customerId, label, modelLabel, probabilities, model, consent, ...(consentSource ? { consentSource } : {}) };
}
