/** What is wrong with the caller's table or its description. `argument` is the input field to blame. It crosses the thread border as plain data. */
export class TableProblem extends Error {
  override name = 'TableProblem';
  readonly argument: string;
  constructor(argument: string, message: string) {
    super(message);
    this.argument = `input.${argument}`;
  }
}

/** Values or names for a message: at most ten, none longer than 40 characters. */
export function listed(values: readonly string[]): string {
  const shown = values.slice(0, 10).map((value) => JSON.stringify(value.length > 40 ? `${value.slice(0, 40)}...` : value));
  return `${shown.join(', ')}${values.length > 10 ? ` and ${values.length - 10} more` : ''}`;
}
