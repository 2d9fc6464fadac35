/** Why an input is refused: which argument, what is wrong with it, and what to do. */
export interface Problem {
  argument: string;
  message: string;
}

const MAX_NAME = 200;

export const problem = (argument: string, message: string): Problem => ({ argument, message });

/** A customer's id as the sentiment service takes it. */
export function checkName(value: string, argument: string): Problem | undefined {
  if (value.trim() === '') return problem(argument, `\`${argument}\` is empty: give a value.`);
  if (value.length > MAX_NAME)
    return problem(argument, `\`${argument}\` has ${value.length.toLocaleString('en-US')} characters; at most ${MAX_NAME} are accepted.`);
  // oxlint-disable-next-line no-control-regex
  if (/[\u0000-\u001F\u007F]/.test(value) || !value.isWellFormed())
    return problem(argument, `\`${argument}\` has control or broken characters: give plain text.`);
  return undefined;
}
