import { aspectCategories } from './aspect-categories.ts';
import type { Verdict } from './verdict.ts';

export type Channel = 'EMAIL' | 'CHAT' | 'PHONE' | 'SOCIAL' | 'REVIEW' | 'SURVEY' | 'TICKET';

/** One message of a customer, as it was accepted. */
export interface Interaction {
  id: string;
  /** The sender's own id of it; unique for its channel in a tenant. */
  externalId?: string;
  customerId: string;
  channel: Channel;
  text: string;
  /** ISO 639-1 (639-3 where there is none), `und` when it could not be told. */
  language: string;
  receivedAt: Date;
  metadata?: Record<string, unknown>;
  /** Absent until the model has answered. */
  analysis?: KeptVerdict;
}

/** A verdict as it is kept with its message. */
export type KeptVerdict = Verdict & {
  id: string;
  /** Of its aspects, for lists to be filtered by; absent where the model tells no aspects. */
  categories?: readonly string[];
};

export const toKept = (id: string, text: string, verdict: Verdict): KeptVerdict => ({
  id,
  ...verdict,
  ...(verdict.aspects && { categories: aspectCategories(text, verdict.aspects).map(({ category }) => category) }),
});

/** With its analysis. */
export type Analysed = Interaction & { analysis: NonNullable<Interaction['analysis']> };

/** `id` is what the caller of `submitInteraction` gave. */
export interface Customer {
  id: string;
  /** The latest that was given. */
  name?: string;
}

/** A finished analysis with what is needed to look closer: of a stored interaction, or of a text that is not stored. */
export interface Analysis extends Verdict {
  id: string;
  text: string;
  interactionId?: string;
}

/** The analysis of a stored interaction, if it has one. */
export const analysisOf = ({ id, text, analysis }: Interaction): Analysis | undefined => analysis && { ...analysis, text, interactionId: id };
