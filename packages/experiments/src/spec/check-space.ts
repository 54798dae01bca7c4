import { type ExperimentSpec, type Issue, prefixIssues, type Space, type TaskManifest } from '@cambium/core';
import { compileSpace } from '@cambium/spaces';
import { checkHyperparameters } from './check-hyperparameters.js';

/**
 * Compiles the space and checks it against what the task understands. Issue paths start at the space.
 *
 * @param task with its parsed settings, as far as they are known.
 * @param options.isGiven all trials are points that are given: then there need be nothing to search.
 */
export function checkSpace(
  given: ExperimentSpec['space'],
  task: { readonly manifest?: TaskManifest; readonly settings?: { readonly parsed: unknown } } = {},
  { isGiven = false }: { readonly isGiven?: boolean } = {},
): { readonly space?: Space; readonly issues: readonly Issue[] } {
  const { manifest } = task;
  const foreign = manifest === undefined ? [] : foreignBranches(given, manifest);
  const result = compileSpace(given);
  if (result.kind === 'refused') return { issues: [...result.issues, ...foreign] };
  const { space } = result;
  if (space.parameters.length === 0 && !isGiven) return { issues: [nothingToSearch, ...foreign] };
  const hyperparameters = knownHyperparameters(task);
  if (manifest === undefined || hyperparameters === null) return { space, issues: foreign };
  const unusable = checkHyperparameters(space, { name: manifest.name, hyperparameters });
  return { space, issues: [...foreign, ...prefixIssues(['hp'], unusable)] };
}

const nothingToSearch: Issue = {
  path: [],
  code: 'empty-space',
  message: 'the space has nothing to search; give at least one parameter, e.g. hp.lr with a low and a high',
};

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
