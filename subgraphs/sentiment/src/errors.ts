import { badInput } from '@customerai/service';
import type { Problem } from './domain/problem.ts';

/** A problem of the input as the client sees it. `prefix`: where the client wrote the argument, e.g. `input.`. */
export const refused = ({ argument, message }: Problem, prefix = '') => badInput(`${prefix}${argument}`, message);
