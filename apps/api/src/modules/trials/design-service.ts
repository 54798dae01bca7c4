import {
  type AugmentationPolicy,
  CambiumError,
  type FrozenExperiment,
  hasOwnDesign,
  type Parameter,
  spaceOfTrial,
  type TaskEnvironment,
  type Trial,
} from '@cambium/core';
import { type CompiledSpace, compileSpace } from '@cambium/spaces';
import { type AugmentationExample, createAugmentationExamples } from './augmentation-examples.js';
import type { DesignModel } from './design-model.js';

/** What params mean. */
export interface DesignService {
  /** Flat parameters of the experiment's space. */
  parameters(experiment: FrozenExperiment): readonly Parameter[];
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
  const spaceOf = ({ id, spec }: FrozenExperiment, trial: Pick<Trial, 'mode'> = { mode: null }): CompiledSpace => {
    const key = trial.mode === 'baseline' ? `${id} baseline` : id;
    const known = spaces.get(key);
    if (known !== undefined) return known;
    const result = compileSpace(spaceOfTrial(spec, trial));
    if (result.kind === 'refused') {
      throw new CambiumError('give-up', 'this version can not read the space of the experiment', result);
    }
    const [oldest] = spaces.keys();
    if (spaces.size >= cacheSize && oldest !== undefined) spaces.delete(oldest);
    spaces.set(key, result.space);
    return result.space;
  };
  return {
    parameters: (experiment) => spaceOf(experiment).parameters,
    designOf: (trial, experiment) => ({
      design: hasOwnDesign(trial) ? spaceOf(experiment, trial).decode(trial.params, experiment.context) : {},
      experiment,
    }),
    examples: createAugmentationExamples(environment),
  };
}
