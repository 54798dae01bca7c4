import { type AugmentationStep, type Issue, unknownName } from '@cambium/core';
import { ops } from '../registry.js';

type Path = Issue['path'];

export function opIssues(name: string, path: Path): Issue[] {
  if (ops.find(name) !== undefined) return [];
  return [{ path, code: 'unknown-op', message: unknownName(ops.kind, name, ops.names) }];
}

/** For a list of op names of which some are drawn. */
export function opListIssues(names: readonly string[], drawn: number): Issue[] {
  const issues = names.flatMap((name, i) => opIssues(name, ['ops', i]));
  if (names.length > 0 || drawn === 0) return issues;
  return [{ path: ['ops'], code: 'too-few', message: 'ops is empty, but some are to be drawn: name at least one op' }];
}

export function stepIssues(steps: readonly AugmentationStep[]): Issue[] {
  return steps.flatMap((step, i) => [
    ...opIssues(step.op, ['steps', i, 'op']),
    ...shareIssues(step.magnitude, ['steps', i, 'magnitude']),
    ...shareIssues(step.probability, ['steps', i, 'probability']),
  ]);
}

export function shareIssues(value: number, path: Path): Issue[] {
  return value >= 0 && value <= 1 ? [] : [badRange(path, `between 0 and 1, not ${value}`)];
}

export function wholeIssues(value: number, least: number, path: Path): Issue[] {
  if (Number.isInteger(value) && value >= least) return [];
  return [badRange(path, `a whole number from ${least} up, not ${value}`)];
}

export function badRange(path: Path, wanted: string): Issue {
  return { path, code: 'bad-range', message: `${path.at(-1)} must be ${wanted}` };
}
