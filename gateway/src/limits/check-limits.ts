import { GraphQLError } from 'graphql';
import type { Measure } from './measure-operation.ts';

/** Refuses an operation that is too deep or too large to plan. */
export function checkLimits({ depth, selections }: Measure, limits: { depth: number; selections: number }): void {
  if (depth > limits.depth) {
    throw refusal(
      'DEPTH_LIMIT_EXCEEDED',
      `The operation nests ${depth} levels of fields; at most ${limits.depth} are allowed. Ask for less depth, or in several operations.`,
      {
        depth,
        maximum: limits.depth,
      },
    );
  }
  if (selections > limits.selections) {
    throw refusal(
      'COST_LIMIT_EXCEEDED',
      `The operation selects ${selections.toLocaleString('en')} fields when its fragments are written out; at most ${limits.selections.toLocaleString('en')} are allowed. Ask for less, or in several operations.`,
      { selections, maximum: limits.selections },
    );
  }
}

const refusal = (code: string, message: string, extensions: Record<string, unknown>) =>
  new GraphQLError(message, { extensions: { code, ...extensions, http: { status: 400 } } });
