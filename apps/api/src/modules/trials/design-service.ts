import {
  type AugmentationPolicy,
  CambiumError,
  type ExperimentSpec,
  type FrozenExperiment,
  hasOwnDesign,
  type Parameter,
  type Params,
  type ScoredParams,
  spaceOfTrial,
  type TaskEnvironment,
  type Trial,
} from '@cambium/core';
import { type Importances, importancesOf } from '@cambium/experiments';
import { type CompiledSpace, compileSpace } from '@cambium/spaces';
import { type AugmentationExample, createAugmentationExamples } from './augmentation-examples.js';
import type { DesignModel } from './design-model.js';
import { opStrengths } from './op-strengths.js';

/** What params mean. */
export interface DesignService {
  /** Flat parameters of the experiment's space. */
  parameters(experiment: FrozenExperiment): readonly Parameter[];
  /** What told the best trials from all of them; undefined while too few say so. */
  importances(experiment: FrozenExperiment, trials: readonly ScoredParams[]): Importances | undefined;
  /** Empty of a supernet, which trains all designs of the space. */
  designOf(trial: Trial, experiment: FrozenExperiment): DesignModel;
  /** Real training images of the experiment's data set, before and after the policy at a share of the training. */
  examples(
    experiment: FrozenExperiment,
    policy: AugmentationPolicy,
    options: { count: number; seed: number; progress: number },
  ): Promise<readonly AugmentationExample[]>;
}

/** Compiled spaces kept; a spec never changes. */
const cacheSize = 64;

export function createDesignService(environment: TaskEnvironment): DesignService {
  const spaces = new Map<string, CompiledSpace>();
  const compiled = (key: string, space: ExperimentSpec['space']): CompiledSpace => {
    const known = spaces.get(key);
    if (known !== undefined) return known;
    const result = compileSpace(space);
    if (result.kind === 'refused') {
      throw new CambiumError('give-up', 'this version can not read the space of the experiment', result);
    }
    const [oldest] = spaces.keys();
    if (spaces.size >= cacheSize && oldest !== undefined) spaces.delete(oldest);
    spaces.set(key, result.space);
    return result.space;
  };
  const spaceOf = ({ id, spec }: FrozenExperiment, trial: Pick<Trial, 'mode'> = { mode: null }) =>
    compiled(trial.mode === 'baseline' ? `${id} baseline` : id, spaceOfTrial(spec, trial));
  return {
    parameters: (experiment) => spaceOf(experiment).parameters,
    designOf: (trial, experiment) => ({
      design: hasOwnDesign(trial) ? spaceOf(experiment, trial).decode(trial.params, experiment.context) : {},
      experiment,
    }),
    importances(experiment, trials) {
      const { spec, context } = experiment;
      const { parameters } = spaceOf(experiment);
      const direction = spec.objectives[0]?.direction ?? 'minimize';
      if (spec.space.aug === undefined) return importancesOf(trials, { parameters, direction });
      // Of thousands of trials: without their networks.
      const policies = compiled(`${experiment.id} aug`, { aug: spec.space.aug });
      const strengths = (params: Params) => opStrengths(policies.decode(params, context).aug);
      return importancesOf(trials, { parameters, direction, opStrengths: strengths });
    },
    examples: createAugmentationExamples(environment),
  };
}
