import type { Issue, Objective, PrunerDefinition, Space, TaskManifest } from '@cambium/core';
import { subPoliciesOf, subPolicySteps } from '@cambium/spaces';
import { checkFilter } from './check-filter.js';
import type { UsedSearcher } from './used-searchers.js';

/** Whether the algorithms can do what is asked of them. Issue paths start at the specification. */
export function checkAbilities(asked: {
  readonly searchers: readonly UsedSearcher[];
  readonly pruner: PrunerDefinition | undefined;
  readonly objectives: readonly Objective[];
  readonly space: Space | undefined;
  readonly task: TaskManifest | undefined;
}): readonly Issue[] {
  const { searchers, pruner, objectives, space, task } = asked;
  const several = objectives.length > 1;
  const conditional = space?.parameters.find((parameter) => parameter.conditions.length > 0);
  const issues: Issue[] = [];
  for (const { searcher, path } of searchers) {
    const { name, capabilities } = searcher;
    const refuse = (code: string, message: string) => issues.push({ path, code, message });
    if (several && !capabilities.multiObjective) {
      refuse(
        'single-objective',
        `${name} searches for one objective, not ${objectives.length}; keep one objective and turn the others into constraints, or take a searcher for several`,
      );
    }
    if (conditional !== undefined && !capabilities.conditional) {
      refuse(
        'no-conditions',
        `${name} can't search spaces with conditions and ${conditional.name} has one; take another searcher or drop the condition`,
      );
    }
    if (capabilities.supernet === true && task !== undefined && task.supernet !== true) {
      refuse(
        'no-supernet',
        `${name} trains all networks of a space together, which task ${task.name} can't; take the task supernet, or another searcher`,
      );
    }
    if (capabilities.densityMatching === true && task !== undefined && task.densityMatching !== true) {
      refuse(
        'no-density-matching',
        `${name} judges policies by the images that networks were not trained on, which task ${task.name} can't; take the task image-classification, or another searcher`,
      );
    }
    if (capabilities.densityMatching === true && space !== undefined && subPoliciesOf(space.parameters) === undefined) {
      refuse(
        'no-sub-policies',
        `${name} merges policies out of sub-policies that can change places; give the space an aug branch in the dialect autoaugment, without class groups`,
      );
    }
    if (capabilities.relaxedPolicy === true && task !== undefined && task.relaxedPolicy !== true) {
      refuse(
        'no-relaxed-policy',
        `${name} learns a policy while a network is trained, which task ${task.name} can't; take the task image-classification, or another searcher`,
      );
    }
    if (capabilities.relaxedPolicy === true && space !== undefined && subPolicySteps(space.parameters) === undefined) {
      refuse(
        'no-sub-policies',
        `${name} learns which sub-policies of ops to draw; give the space an aug branch in the dialect autoaugment, without class groups`,
      );
    }
  }
  if (pruner === undefined) return issues;
  const refuse = (code: string, message: string) => issues.push({ path: ['pruner', 'name'], code, message });
  if (several && !pruner.capabilities.multiObjective) {
    refuse(
      'single-objective',
      `${pruner.name} prunes by one objective, not ${objectives.length}; leave the pruner out or take one for several`,
    );
  }
  if (pruner.untrainedMetric !== undefined) return [...issues, ...checkFilter({ searchers, pruner, task })];
  const deciding = searchers.find(({ searcher }) => searcher.capabilities.multiFidelity);
  if (deciding !== undefined) {
    refuse(
      'no-pruner',
      `${deciding.searcher.name} decides itself how long each trial runs; leave the pruner ${pruner.name} out`,
    );
  }
  return issues;
}

/** Whether the searchers have steps to give out. Issue paths start at the specification. */
export function checkSteps({
  searchers,
  maxStep,
}: {
  readonly searchers: readonly UsedSearcher[];
  /** undefined: unknown. */
  readonly maxStep: number | undefined;
}): readonly Issue[] {
  if (maxStep === undefined || maxStep > 1) return [];
  return searchers
    .filter(({ searcher }) => searcher.capabilities.multiFidelity)
    .map(({ searcher, path }) => {
      const message = `${searcher.name} gives most trials a part of their steps, and here a trial has just one; give the task more, or take another searcher`;
      return { path, code: 'one-step', message };
    });
}

/** Whether there are weights to share for a searcher that shares them. Issue paths start at the specification. */
export function checkSupernet({
  searchers,
  sharesWeights,
}: {
  readonly searchers: readonly UsedSearcher[];
  /** Of the space, with the task's images; undefined: unknown. */
  readonly sharesWeights: boolean | undefined;
}): readonly Issue[] {
  if (sharesWeights !== false) return [];
  return searchers
    .filter(({ searcher }) => searcher.capabilities.supernet === true)
    .map(({ searcher, path }) => {
      const message = `${searcher.name} trains all networks of a space together, and those of this space share no weights; give it an arch branch in a dialect such as nasbench201`;
      return { path, code: 'no-shared-weights', message };
    });
}
