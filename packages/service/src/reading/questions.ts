/** Texts in one question, as the port allows. */
const MOST_TEXTS = 512;
/** Characters in one question: at six bytes each (JSON's longest escape) it stays below the 1 MB that a NATS message may have. */
const MOST_CHARACTERS = 150_000;

/** Items in their order, in questions that the port and its carrier take; one item at least in each. */
export function toQuestions<Item>(items: readonly Item[], lengthOf: (item: Item) => number): Item[][] {
  const questions: Item[][] = [];
  let characters = 0;
  for (const item of items) {
    const open = questions.at(-1);
    const length = lengthOf(item);
    if (!open || open.length === MOST_TEXTS || characters + length > MOST_CHARACTERS) {
      questions.push([item]);
      characters = length;
    } else {
      open.push(item);
      characters += length;
    }
  }
  return questions;
}
