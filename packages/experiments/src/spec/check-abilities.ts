import type { Issue, Objective, PrunerDefinition, SearcherDefinition, Space, TaskManifest } from '@cambium/core';
import { subPoliciesOf } from '@cambium/spaces';

/** Whether the algorithms can do what is asked of them. Issue paths start at the specification. */
export function checkAbilities(asked: {
  readonly searcher: SearcherDefinition | undefined;
  readonly pruner: PrunerDefinition | undefined;
  readonly objectives: readonly Objective[];
  readonly space: Space | undefined;
  readonly task: TaskManifest | undefined;
}): readonly Issue[] {
  const issues: Issue[] = [];
  const { searcher, pruner, objectives, space, task } = asked;
  const several = objectives.length > 1;
  const refuse = (field: string, code: string, message: string) =>
    issues.push({ path: [field, 'name'], code, message });
  if (several && searcher?.capabilities.multiObjective === false) {
    refuse(
      'searcher',
      'single-objective',
      `${searcher.name} searches for one objective, not ${objectives.length}; keep one objective and turn the others into constraints, or take a searcher for several`,
    );
  }
  if (several && pruner?.capabilities.multiObjective === false) {
    refuse(
      'pruner',
      'single-objective',
      `${pruner.name} prunes by one objective, not ${objectives.length}; leave the pruner out or take one for several`,
    );
  }
  if (searcher?.capabilities.multiFidelity === true && pruner !== undefined) {
    refuse(
      'pruner',
      'no-pruner',
      `${searcher.name} decides itself how long each trial runs; leave the pruner ${pruner.name} out`,
    );
  }
  const conditional = space?.parameters.find((parameter) => parameter.conditions.length > 0);
  if (conditional !== undefined && searcher?.capabilities.conditional === false) {
    refuse(
      'searcher',
      'no-conditions',
      `${searcher.name} can't search spaces with conditions and ${conditional.name} has one; take another searcher or drop the condition`,
    );
  }
  if (searcher?.capabilities.supernet === true && task !== undefined && task.supernet !== true) {
    refuse(
      'searcher',
      'no-supernet',
      `${searcher.name} trains all networks of a space together, which task ${task.name} can't; take the task supernet, or another searcher`,
    );
  }
  if (searcher?.capabilities.densityMatching === true) {
    if (task !== undefined && task.densityMatching !== true) {
      refuse(
        'searcher',
        'no-density-matching',
        `${searcher.name} judges policies by the images that networks were not trained on, which task ${task.name} can't; take the task image-classification, or another searcher`,
      );
    }
    if (space !== undefined && subPoliciesOf(space.parameters) === undefined) {
      refuse(
        'searcher',
        'no-sub-policies',
        `${searcher.name} merges policies out of sub-policies that can change places; give the space an aug branch in the dialect autoaugment, without class groups`,
      );
    }
  }
  return issues;
}

/** Whether the searcher has steps to give out. Issue paths start at the specification. */
export function checkSteps({
  searcher,
  maxStep,
}: {
  readonly searcher: SearcherDefinition | undefined;
  /** undefined: unknown. */
  readonly maxStep: number | undefined;
}): readonly Issue[] {
  if (searcher?.capabilities.multiFidelity !== true || maxStep === undefined || maxStep > 1) return [];
  const message = `${searcher.name} gives most trials a part of their steps, and here a trial has just one; give the task more, or take another searcher`;
  return [{ path: ['searcher', 'name'], code: 'one-step', message }];
}

/** Whether there are weights to share for a searcher that shares them. Issue paths start at the specification. */
export function checkSupernet({
  searcher,
  sharesWeights,
}: {
  readonly searcher: SearcherDefinition | undefined;
  /** Of the space, with the task's images; undefined: unknown. */
  readonly sharesWeights: boolean | undefined;
}): readonly Issue[] {
  if (searcher?.capabilities.supernet !== true || sharesWeights !== false) return [];
  const message = `${searcher.name} trains all networks of a space together, and those of this space share no weights; give it an arch branch in a dialect such as nasbench201`;
  return [{ path: ['searcher', 'name'], code: 'no-shared-weights', message }];
}
