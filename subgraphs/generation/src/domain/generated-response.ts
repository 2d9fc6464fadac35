import type { Quote } from './compose.ts';
import type { Tone } from './tone.ts';

export type ResponseStatus = 'DRAFT' | 'IN_REVIEW' | 'APPROVED' | 'REJECTED' | 'SENT' | 'FAILED';

/** A draft answer and what became of it. */
export interface GeneratedResponse {
  id: string;
  tenant: string;
  interactionId: string;
  customerId: string;
  /** What it was made for, unique in a tenant: `auto:<interactionId>` for the one automatic draft, else `asked:<id>`. */
  origin: string;
  text: string;
  status: ResponseStatus;
  tone: Tone;
  citations: Quote[];
  groundedness: number;
  confidence: number;
  flags: string[];
  /** Types of personal data that were hidden in the question. */
  piiTypes: string[];
  model: { name: string; version: string };
  generatedAt: Date;
}

/** The interaction that a response answers; its owner knows the rest. */
export interface InteractionReference {
  id: string;
}

/** The legal moves. What is not here does not happen: an event that comes late or twice changes nothing. */
export const moves: Readonly<Record<ResponseStatus, readonly ResponseStatus[]>> = {
  DRAFT: ['IN_REVIEW', 'APPROVED', 'REJECTED', 'SENT', 'FAILED'],
  IN_REVIEW: ['APPROVED', 'REJECTED'],
  APPROVED: ['SENT', 'FAILED'],
  REJECTED: [],
  SENT: [],
  FAILED: [],
};

export const statuses = Object.keys(moves) as readonly ResponseStatus[];

/** From where a status can be reached in one move. */
export const sourcesOf = (target: ResponseStatus): ResponseStatus[] => statuses.filter((status) => moves[status].includes(target));
