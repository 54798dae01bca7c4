import type { SimulatedProblem, SimulatedStep } from '@cambium/testkit/search';

/** What a search has reached, kept up to date step by step. */
export interface Progress {
  add(step: SimulatedStep): void;
  /** NaN before there is anything to score. */
  score(): number;
}

/** What somebody else reached, for comparison. */
export interface Reference {
  readonly label: string;
  /** The searcher of ours that it is the measure for, as it is named on the command line. */
  readonly measures: string;
  /** By budget. */
  readonly reached: Readonly<Record<number, { readonly mean: number; readonly deviation?: number }>>;
  /** How many runs it is the mean (or median) of. */
  readonly runs: number;
}

/** A search problem with a way to say how well a search does on it. */
export interface Problem extends SimulatedProblem {
  readonly name: string;
  /** What the score is, as a sentence without a full stop. */
  readonly measures: string;
  readonly better: 'lower' | 'higher';
  /** What the budgets count. */
  readonly unit: 'trials' | 'steps';
  /** Budgets at which the score is taken. */
  readonly budgets: readonly number[];
  /** How the scores of several runs become one: evaluations to a target may be infinite, so their median is taken. */
  readonly summary: 'mean' | 'median';
  readonly references: readonly Reference[];
  /** The score of the best of all designs by what is searched for, where that is not simply 0. */
  readonly optimum?: number;
  start(): Progress;
}

/** A file of a problem is not there. */
export class MissingData extends Error {
  override readonly name = 'MissingData';
}

/** Problems of one kind, which are opened when they are asked for: most read files. */
export interface ProblemFamily {
  /** Empty where the data is not there. */
  names(dataDir: string): readonly string[];
  /** Undefined for a name that is none of its own. @throws MissingData */
  open(name: string, dataDir: string): Promise<Problem> | undefined;
}

/** The best value so far of a metric. Values that are no numbers teach nothing. */
export function bestOf(metric: string, direction: 'minimize' | 'maximize'): Progress {
  let best = Number.NaN;
  return {
    add({ metrics }) {
      const value = metrics[metric];
      if (value === null || value === undefined) return;
      if (Number.isNaN(best) || (direction === 'minimize' ? value < best : value > best)) best = value;
    },
    score: () => best,
  };
}

/** Another way to write a score. */
export function mapped(progress: Progress, score: (value: number) => number): Progress {
  return { add: progress.add, score: () => score(progress.score()) };
}
