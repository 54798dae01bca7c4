import { type ExperimentSpec, type Issue, prefixIssues, type Space, type TaskManifest } from '@cambium/core';
import { compileSpace } from '@cambium/spaces';
import { checkHyperparameters } from './check-hyperparameters.js';

/** Compiles the space and checks it against what the task understands. Issue paths start at the space. */
export function checkSpace(
  given: ExperimentSpec['space'],
  task: TaskManifest | undefined,
): { readonly space?: Space; readonly issues: readonly Issue[] } {
  const foreign = task === undefined ? [] : foreignBranches(given, task);
  const result = compileSpace(given);
  if (result.kind === 'refused') return { issues: [...result.issues, ...foreign] };
  const unusable = task === undefined ? [] : prefixIssues(['hp'], checkHyperparameters(result.space, task));
  return { space: result.space, issues: [...foreign, ...unusable] };
}

function foreignBranches(given: ExperimentSpec['space'], task: TaskManifest): Issue[] {
  const takes = task.branches as readonly string[];
  return Object.keys(given)
    .filter((branch) => !takes.includes(branch))
    .map((branch) => ({
      path: [branch],
      code: 'foreign-branch',
      message: `task ${task.name} does not take the branch ${branch}; it takes ${takes.join(', ')}`,
    }));
}
