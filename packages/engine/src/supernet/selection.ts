import type { Gate } from '@cambium/core';
import type { Scalar } from '@tensorflow/tfjs';
import type { Path } from './choices.js';

/** What becomes of the nodes behind a gate: left out, taken as they are, or taken with a weight. */
export type Share = 'absent' | 'whole' | Scalar;

/** Says for every gate how much of it is in the network that is run. */
export type Selection = (gate: Gate) => Share;

/** One network of the space: the nodes whose gates hold. */
export function pathSelection(path: Path): Selection {
  return ({ param, value }) => (path[param] === value ? 'whole' : 'absent');
}
