import {
  type ExperimentSpec,
  type Issue,
  prefixIssues,
  type Space,
  type TaskManifest,
  unknownName,
} from '@cambium/core';
import { compileSpace } from '@cambium/spaces';

/** Compiles the space and checks it against what the task understands. Issue paths start at the space. */
export function checkSpace(
  given: ExperimentSpec['space'],
  task: TaskManifest | undefined,
): { readonly space?: Space; readonly issues: readonly Issue[] } {
  const foreign = task === undefined ? [] : foreignBranches(given, task);
  const result = compileSpace(given);
  if (result.kind === 'refused') return { issues: [...result.issues, ...foreign] };
  const unknown = task === undefined ? [] : unknownHyperparameters(result.space, task);
  return { space: result.space, issues: [...foreign, ...unknown] };
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

function unknownHyperparameters(space: Space, task: TaskManifest): Issue[] {
  const { hyperparameters } = task;
  if (hyperparameters === null) return [];
  const known = Object.keys(hyperparameters);
  const names = space.parameters.flatMap(({ branch, name }) => (branch === 'hp' ? [name.slice('hp.'.length)] : []));
  const unknown = names
    .filter((name) => !known.includes(name))
    .map((name) => ({
      path: [name],
      code: 'unknown-hyperparameter',
      message: unknownName(`hyperparameter of ${task.name}`, name, known),
    }));
  return prefixIssues(['hp'], unknown);
}
