import { readFile, writeFile } from 'node:fs/promises';
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

interface Training {
  readonly accuracy: number;
  readonly seconds: number;
}

interface ScoreFile {
  /** Scores of another setting are no truth of this one. */
  readonly setting: string;
  readonly trainings: Readonly<Record<string, readonly Training[]>>;
}

/**
 * All with one split of the images; repetitions differ in weights and order of images. Kept in `file`, so that a bench that
 * goes on with other searches trains no network again.
 */
export async function standaloneScores(
  experiment: SharedExperiment,
  {
    repetitions,
    seed,
    file,
    setting,
  }: { repetitions: number; seed: number; file: string | undefined; setting: string },
): Promise<StandaloneScores> {
  const known = new Map(Object.entries((await readScores(file, setting)).trainings));
  const trainings = () => [...known.values()].flat();
  return {
    async score(params) {
      const key = experiment.space.canonicalKey(params);
      const found = known.get(key) ?? (await trainAgain(params));
      known.set(key, found);
      const content: ScoreFile = { setting, trainings: Object.fromEntries(known) };
      if (file !== undefined) await writeFile(file, JSON.stringify(content));
      return mean(found.map(({ accuracy }) => accuracy));
    },
    seconds: () => mean(trainings().map(({ seconds }) => seconds)),
    deviation() {
      const squares = [...known.values()].flatMap((repeated) => {
        const average = mean(repeated.map(({ accuracy }) => accuracy));
        return repeated.map(({ accuracy }) => (accuracy - average) ** 2);
      });
      return Math.sqrt(squares.reduce((sum, square) => sum + square, 0) / (squares.length - known.size));
    },
  };

  async function trainAgain(params: Params): Promise<Training[]> {
    const found: Training[] = [];
    for (let number = 0; number < repetitions; number++) {
      const trained = await experiment.evaluate({ number, params, seed, searcher: { name: 'random', options: {} } });
      found.push({ accuracy: accuracyOf(trained, params), seconds: trained.seconds });
    }
    return found;
  }
}

async function readScores(file: string | undefined, setting: string): Promise<ScoreFile> {
  const text = file === undefined ? undefined : await readFile(file, 'utf8').catch(() => undefined);
  const stored = text === undefined ? undefined : (JSON.parse(text) as ScoreFile);
  if (stored !== undefined && stored.setting !== setting)
    throw new Error(`${file} holds the scores of another setting`);
  return stored ?? { setting, trainings: {} };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
