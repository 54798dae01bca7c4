import {
  createRng,
  type DecodeContext,
  type ExperimentSpec,
  type Issue,
  prefixIssues,
  type TaskManifest,
} from '@cambium/core';
import { compileSpace } from '@cambium/spaces';

/** What the task has against one design of the space: a network that a person wrote may be none. Paths start at the spec. */
export function checkDesign(
  { space: given, seed }: ExperimentSpec,
  { task, settings, context }: { task: TaskManifest; settings: unknown; context: DecodeContext },
): readonly Issue[] {
  const compiled = compileSpace(given);
  if (task.designIssues === undefined || compiled.kind === 'refused') return [];
  const { space } = compiled;
  const point = space.sample(createRng(seed).fork('check design'));
  return prefixIssues(['space'], task.designIssues(space.decode(point, context), settings, context));
}
