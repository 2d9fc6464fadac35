import type { DecisionInput, ReviewAction } from './review-item.ts';

export const MAX_EDITED_TEXT = 20_000;
export const MAX_REASON = 2_000;
export const MAX_COMMENT = 5_000;
const MAX_LABELS = 20;
const LABEL = /^[\p{L}\p{N}][\p{L}\p{N} _.:-]{0,49}$/u;

/** What is wrong with an input: the field's name as the client wrote it, and the remedy. */
export interface InputFault {
  field: string;
  message: string;
}

interface RawDecision {
  action: ReviewAction;
  editedText?: string | null;
  reason?: string | null;
  labels?: readonly string[] | null;
}

/** Checks a decision as it came in. Reasons and labels are trimmed, labels also freed of doubles; the edited text stays as it is. */
export function parseDecision({ action, editedText, reason, labels }: RawDecision): DecisionInput | InputFault {
  const text = editedText ?? undefined;
  if (action === 'EDIT' && !text?.trim()) return { field: 'editedText', message: 'EDIT needs the whole answer as it should go out.' };
  if (action !== 'EDIT' && text !== undefined) return { field: 'editedText', message: `${action} takes no text; use EDIT to send your own words.` };
  if (text !== undefined && text.length > MAX_EDITED_TEXT)
    return { field: 'editedText', message: `The text may have at most ${MAX_EDITED_TEXT} characters.` };
  const why = reason?.trim() || undefined;
  if ((action === 'REJECT' || action === 'ESCALATE') && !why)
    return { field: 'reason', message: `${action} needs a reason, so that the next person can follow.` };
  if (why !== undefined && why.length > MAX_REASON) return { field: 'reason', message: `The reason may have at most ${MAX_REASON} characters.` };
  const tags = [...new Set((labels ?? []).map((label) => label.trim()))];
  if (tags.length > MAX_LABELS) return { field: 'labels', message: `At most ${MAX_LABELS} labels.` };
  if (!tags.every((label) => LABEL.test(label)))
    return { field: 'labels', message: 'A label has 1 to 50 letters, digits, spaces or _ . : - characters.' };
  return { action, ...(text === undefined ? {} : { editedText: text }), ...(why === undefined ? {} : { reason: why }), labels: tags };
}

/** A comment, trimmed, or undefined when it is empty or too long. */
export function parseComment(text: string): string | undefined {
  const comment = text.trim();
  return comment.length >= 1 && comment.length <= MAX_COMMENT ? comment : undefined;
}
