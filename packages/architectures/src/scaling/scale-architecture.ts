import type { ArchitectureGraph, Issue } from '@cambium/core';
import { validateGraph } from '../validate-graph.js';
import { scaleDepth } from './scale-depth.js';
import { scaleResolution } from './scale-resolution.js';
import { scaleWidth } from './scale-width.js';

/** By how much each dimension of a network is multiplied; 1 unless given. All three at once: compound scaling. */
export interface ScaleFactors {
  /** Of channels and of hidden dense layers' units. */
  readonly width?: number;
  /** Of the blocks of each stage. */
  readonly depth?: number;
  /** Of height and width of the image that the network sees. */
  readonly resolution?: number;
}

export type Scaling =
  | { readonly kind: 'scaled'; readonly graph: ArchitectureGraph }
  /** `path` names the factor that can't be had. */
  | { readonly kind: 'refused'; readonly issues: readonly Issue[] };

/** More is a mistake in the input, not a network. */
const largest = 16;

const steps = { resolution: scaleResolution, depth: scaleDepth, width: scaleWidth } as const;

/**
 * The same network smaller or larger (Tan & Le 2019, §3): its input and what it answers stay. Factors of 1 leave it as it
 * is, and a larger factor never has fewer parameters (`resolution`: multiply–accumulates).
 * @throws CambiumError `fix-input` when the graph is not valid.
 */
export function scaleArchitecture(graph: ArchitectureGraph, factors: ScaleFactors): Scaling {
  let scaled = graph;
  for (const dimension of ['resolution', 'depth', 'width'] as const) {
    const factor = factors[dimension] ?? 1;
    if (factor === 1) continue;
    const refuse = (code: string, message: string): Scaling => ({
      kind: 'refused',
      issues: [{ path: [dimension], code, message }],
    });
    if (!(factor >= 1 / largest && factor <= largest)) {
      return refuse('bad-range', `${dimension} must be a factor from 1/${largest} to ${largest}, not ${factor}`);
    }
    const result = steps[dimension](scaled, factor);
    if (result === undefined) {
      const message =
        'no block of this network can be repeated: each reads more than the one before it, or halves the resolution; ' +
        'scale its width instead';
      return refuse('no-depth', message);
    }
    const [problem] = validateGraph(result);
    if (problem !== undefined) {
      return refuse('bad-scale', `this network can't have ${dimension} × ${factor}: ${problem.message}`);
    }
    scaled = result;
  }
  return { kind: 'scaled', graph: scaled };
}
