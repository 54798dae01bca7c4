import { type ExperimentSpec, type Issue, prefixIssues, type Space, type TaskManifest } from '@cambium/core';
import { compileSpace } from '@cambium/spaces';
import { checkHyperparameters } from './check-hyperparameters.js';

/**
 * Compiles the space and checks it against what the task understands. Issue paths start at the space.
 *
 * @param task with its parsed settings, as far as they are known.
 */
export function checkSpace(
  given: ExperimentSpec['space'],
  task: { readonly manifest?: TaskManifest; readonly settings?: { readonly parsed: unknown } } = {},
): { readonly space?: Space; readonly issues: readonly Issue[] } {
  const { manifest } = task;
  const foreign = manifest === undefined ? [] : foreignBranches(given, manifest);
  const result = compileSpace(given);
  if (result.kind === 'refused') return { issues: [...result.issues, ...foreign] };
  const { space } = result;
  const hyperparameters = knownHyperparameters(task);
  if (manifest === undefined || hyperparameters === null) return { space, issues: foreign };
  const unusable = checkHyperparameters(space, { name: manifest.name, hyperparameters });
  return { space, issues: [...foreign, ...prefixIssues(['hp'], unusable)] };
}

/** Null where any will do, or settings that are refused leave it open. */
function knownHyperparameters({ manifest, settings }: NonNullable<Parameters<typeof checkSpace>[1]>) {
  if (manifest === undefined) return null;
  if (typeof manifest.hyperparameters !== 'function') return manifest.hyperparameters;
  return settings === undefined ? null : manifest.hyperparameters(settings.parsed);
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
