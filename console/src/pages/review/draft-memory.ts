// What was typed survives a reload of the page, in this tab only; it is forgotten when it is sent, and when somebody signs out.
const keyOf = (id: string) => `review-edit:${id}`;

export const readDraft = (id: string): string | undefined => sessionStorage.getItem(keyOf(id)) ?? undefined;
export const clearDraft = (id: string): void => sessionStorage.removeItem(keyOf(id));

export function writeDraft(id: string, text: string): void {
  try {
    sessionStorage.setItem(keyOf(id), text);
  } catch {
    // Full or forbidden: the text is still on the page.
  }
}
