import { createRng, type ExperimentSpec, type Issue, type Params, type Space } from '@cambium/core';
import type { SpecFields } from './spec-fields.js';

/**
 * Completes the points to begin with: what a point leaves out is drawn by the experiment's seed. A point that can't be one
 * of the space is refused. Issue paths start at `warmStart`.
 */
export function checkWarmStart(
  { points, experiments, screening }: NonNullable<SpecFields['warmStart']>,
  { space, seed }: { readonly space: Space; readonly seed: number },
): { readonly warmStart: NonNullable<ExperimentSpec['warmStart']>; readonly issues: readonly Issue[] } {
  const issues = points.flatMap((point, i) => problemsOf(point, space).map((issue) => atPoint(i, issue)));
  const rng = createRng(seed).fork('warm start');
  const complete = points.map((point, i) => space.repair(point, rng.fork(i)));
  return { warmStart: { points: complete, experiments, ...(screening && { screening }) }, issues };
}

/** A partial point may leave parameters out. */
function problemsOf(point: Params, space: Space): readonly Issue[] {
  return space.validate(point).filter(({ code }) => code !== 'missing-param');
}

function atPoint(index: number, issue: Issue): Issue {
  return { ...issue, path: ['points', index, ...issue.path] };
}
