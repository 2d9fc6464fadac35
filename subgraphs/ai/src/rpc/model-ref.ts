import type { ModelSpec } from '../domain/model-spec.ts';

/** The model as answers name it. */
export const refOf = ({ name, version, languages }: ModelSpec) => ({ name, version, languages: [...languages] });
