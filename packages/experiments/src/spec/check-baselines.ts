import {
  baselineDialect,
  type ExperimentSpec,
  type Issue,
  type Space,
  type TaskManifest,
  usualBaselines,
} from '@cambium/core';
import { compileSpace } from '@cambium/spaces';

export interface BaselineSurroundings {
  readonly space: Space | undefined;
  readonly task: TaskManifest | undefined;
}

/**
 * The baselines of an experiment: those that are asked for, else the usual ones wherever an augmentation policy is searched.
 * Issue paths start at the list.
 */
export function checkBaselines(
  asked: readonly string[] | undefined,
  { space, task }: BaselineSurroundings,
): { readonly baselines: ExperimentSpec['baselines']; readonly issues: readonly Issue[] } {
  const searched = space?.parameters.some(({ branch }) => branch === 'aug') === true;
  if (asked === undefined) return { baselines: searched ? usualBaselines : undefined, issues: [] };
  if (asked.length > 0 && task?.branches.includes('aug') === false) {
    const message = `task ${task.name} augments nothing, so there is nothing to compare; leave baselines out`;
    return { baselines: asked, issues: [{ path: [], code: 'no-baselines', message }] };
  }
  if (asked.length === 0) return { baselines: asked, issues: [] };
  const compiled = compileSpace({ aug: { dialect: baselineDialect, policies: [...asked, ...unlisted(asked)] } });
  const issues = compiled.kind === 'refused' ? compiled.issues.map(atBaseline) : [];
  return { baselines: asked, issues };
}

/** One more, so that a single baseline is something to choose from. */
const unlisted = (asked: readonly string[]) => usualBaselines.filter((name) => !asked.includes(name));

/** `aug.policies.1` is the second baseline. */
const atBaseline = ({ path, ...issue }: Issue): Issue => ({ ...issue, path: path.slice(2) });
