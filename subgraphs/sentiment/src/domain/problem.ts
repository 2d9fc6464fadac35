/** Why an input is refused: which argument, what is wrong with it, and what to do. */
export interface Problem {
  /** Name of the field. */
  argument: string;
  message: string;
}

export const problem = (argument: string, message: string): Problem => ({ argument, message });

/** A number as people read it: 1,048,576. */
export const readable = (count: number): string => count.toLocaleString('en-US');
