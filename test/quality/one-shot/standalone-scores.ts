import type { Params } from '@cambium/core';
import { accuracyOf, type SharedExperiment } from './shared-experiment.js';

/** The truth that searches are measured by: networks trained from scratch, each once for all searches. */
export interface StandaloneScores {
  /** Mean validation accuracy over the repetitions. */
  score(params: Params): Promise<number>;
  /** Mean seconds of one training so far. */
  seconds(): number;
  /** Standard deviation between repetitions of one network, pooled: what of a difference is chance. */
  deviation(): number;
}

/** All with one split of the images; repetitions differ in weights and order of images. */
export function standaloneScores(
  experiment: SharedExperiment,
  { repetitions, seed }: { readonly repetitions: number; readonly seed: number },
): StandaloneScores {
  const known = new Map<string, Promise<number>>();
  let spent = 0;
  let trainings = 0;
  let squares = 0;
  const train = async (params: Params) => {
    const accuracies: number[] = [];
    for (let number = 0; number < repetitions; number++) {
      const trained = await experiment.evaluate({ number, params, seed, searcher: { name: 'random', options: {} } });
      accuracies.push(accuracyOf(trained, params));
      spent += trained.seconds;
      trainings++;
    }
    const mean = accuracies.reduce((sum, accuracy) => sum + accuracy, 0) / repetitions;
    squares += accuracies.reduce((sum, accuracy) => sum + (accuracy - mean) ** 2, 0);
    return mean;
  };
  return {
    score(params) {
      const key = experiment.space.canonicalKey(params);
      const score = known.get(key) ?? train(params);
      known.set(key, score);
      return score;
    },
    seconds: () => spent / trainings,
    deviation: () => Math.sqrt(squares / (known.size * (repetitions - 1))),
  };
}
