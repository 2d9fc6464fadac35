import type { EntityStep, Step } from './steps.ts';

/**
 * Lets fetches wait for one another where that saves a request and costs no time: an entity fetch that nothing waits for goes with a later fetch to the
 * same service, so that both leave together (see entity-requests.ts). The answer would have waited for the later one anyway.
 */
export function gather(step: Step): Step {
  switch (step.kind) {
    case 'inOrder':
      return { kind: 'inOrder', steps: step.steps.map(gather) };
    case 'if':
      return { ...step, whenTrue: step.whenTrue && gather(step.whenTrue), whenFalse: step.whenFalse && gather(step.whenFalse) };
    case 'all':
      return gatherSiblings(step.steps.map(gather));
    case 'defer':
      // Never across parts: one would wait for another.
      return {
        ...step,
        primary: step.primary && gather(step.primary),
        parts: step.parts.map((part) => ({ ...part, step: part.step && gather(part.step) })),
      };
    default:
      return step;
  }
}

function gatherSiblings(siblings: readonly Step[]): Step {
  let steps = [...siblings];
  for (const step of siblings) {
    if (step.kind !== 'entities') continue;
    for (const [index, other] of steps.entries()) {
      const joined = other === step ? undefined : goWithLater(step, other);
      if (!joined) continue;
      steps = steps.with(index, joined).filter((one) => one !== step);
      break;
    }
  }
  return steps.length === 1 ? steps[0]! : { kind: 'all', steps };
}

/** The step with the fetch beside the last one to its service that does not begin at once; undefined when there is none. */
function goWithLater(fetch: EntityStep, step: Step): Step | undefined {
  if (step.kind === 'all') return replaceOne(step.steps, (child) => goWithLater(fetch, child), 'all');
  if (step.kind !== 'inOrder') return undefined;
  for (let index = step.steps.length - 1; index > 0; index--) {
    const joined = goBeside(fetch, step.steps[index]!);
    if (joined) return { kind: 'inOrder', steps: step.steps.with(index, joined) };
  }
  return undefined;
}

function goBeside(fetch: EntityStep, step: Step): Step | undefined {
  switch (step.kind) {
    case 'entities':
      return step.question.service === fetch.question.service ? { kind: 'all', steps: [step, fetch] } : undefined;
    case 'inOrder':
      return goWithLater(fetch, step) ?? replaceOne(step.steps.slice(0, 1), (child) => goBeside(fetch, child), 'inOrder', step.steps.slice(1));
    case 'all':
      return goWithLater(fetch, step) ?? replaceOne(step.steps, (child) => goBeside(fetch, child), 'all');
    default:
      return undefined;
  }
}

function replaceOne(
  steps: readonly Step[],
  replace: (step: Step) => Step | undefined,
  kind: 'all' | 'inOrder',
  rest: readonly Step[] = [],
): Step | undefined {
  for (const [index, step] of steps.entries()) {
    const replaced = replace(step);
    if (replaced) return { kind, steps: [...steps.with(index, replaced), ...rest] };
  }
  return undefined;
}
