import { floats } from '../../parameters.js';
import { type FunctionDefinition, fixed, openVector } from '../../test-function.js';
import { bbobFunctions, bbobProblem } from './bbob.js';

/** `bbob-f1` … `bbob-f24` on [−5, 5]^D. */
export const bbob: readonly FunctionDefinition[] = bbobFunctions.map((_, i) => ({
  name: `bbob-f${i + 1}`,
  dimension: { default: 10, min: 2, max: 200 },
  objectives: fixed(1),
  instances: 1000,
  constraints: 0,
  parameters: ({ dimension }) => floats(dimension, -5, 5),
  open({ dimension, instance }) {
    const { optimalValue, evaluate } = bbobProblem(i + 1, { dimension, instance });
    return openVector(dimension, { bounds: [optimalValue], evaluate: (x) => [evaluate(x)] });
  },
}));
