import type { AskContext } from '@cambium/core';
import { columnCount } from '../../math/gaussian-process/columns.js';
import type { GaussianProcess } from '../../math/gaussian-process/gaussian-process.js';
import { fromLogParameters } from '../../math/gaussian-process/kernel-parameters.js';
import { type Acquisition, createAcquisition } from './acquisition.js';
import { nonDominated, referenceRange, thinFront } from './front.js';
import { type ImprovementCells, improvementCells } from './improvement-cells.js';
import { logFeasibility } from './log-feasibility.js';
import { createModelBuilder, type KernelFits, rowsOfModel } from './model-builder.js';
import type { Measured, Observations } from './observations.js';
import type { GpOptions } from './options.js';
import { createPendingNormals } from './pending-normals.js';
import { frontRows } from './rank-rows.js';
import type { Target } from './warp-scores.js';

/** What the models say of a point, in the units of the metrics (of the bad half's, as it was tamed), one number per objective. */
export interface Prediction {
  /** The mean less the best known value; more is better, whatever the direction. None where nothing feasible is known. */
  readonly gains: readonly number[];
  /** To the better or to the worse side, whichever is nearer. */
  readonly deviations: readonly number[];
  /** Whether the means alone are an improvement. */
  readonly exploits: boolean;
}

/** Models of everything that was observed, and what they say about the next point. */
export interface Surrogate {
  readonly fits: KernelFits;
  readonly acquisitionName: 'logEI' | 'logEHVI' | 'log probability of feasibility';
  /** The best trial by the model; of several objectives, some of the front. */
  readonly incumbents: readonly Measured[];
  /** Of the first objective's model, for each length scale. */
  readonly inverseSquaredLengths: Float64Array;
  createAcquisition(): Acquisition;
  /** Foresees what a trial that is not told yet may give. */
  addPending(row: Float64Array): void;
  predict(row: Float64Array): Prediction;
}

export interface SurrogateData {
  readonly all: Observations;
  /** The scores of each objective, for all measured trials. */
  readonly targets: readonly Target[];
  /** Index of the first measured trial that counts. */
  readonly from: number;
  readonly fits: KernelFits;
}

const mostIncumbents = 5;

/** Needs two measured trials. Only one surrogate of a history may be in use at a time: they share factors. */
export function createSurrogate(
  { objectives, constraints, pending, count, rng, options: { observations: most } }: AskContext<GpOptions>,
  { all, targets, from, fits }: SurrogateData,
): Surrogate {
  const builder = createModelBuilder(all, fits, most);
  const values = targets.map((target) => target.values);
  const which = rowsOfModel(Int32Array.from(all.measured.keys()).slice(from), values, most);
  const models = targets.map((target, i) => builder.build(`objective ${i}`, all.rows, target.values, which));
  const limits = builder.limits(constraints);

  const means = models.map(({ gp }) => gp.means());
  // `!` here and below: places and indices of the arrays.
  const modelled = [...which.modelled].map((index, place) => ({
    measured: all.measured[index]!,
    scores: Float64Array.from(means, (own) => own[place]!),
  }));
  // A front may be longer than what models of bounded cost are made from; what is left out would look like a gap in it.
  const usable = which.counted.filter((index) => !all.measured[index]!.pruned && all.measured[index]!.feasible);
  const isAll = which.modelled.length === which.counted.length;
  const unseen =
    isAll || objectives.length === 1 ? [] : frontRows(usable, values).filter((i) => !which.modelled.includes(i));
  const width = columnCount(all.axes.columns);
  const foretold = [...unseen].map((index) => {
    const row = all.rows.values.subarray(index * width, (index + 1) * width);
    return { measured: all.measured[index]!, scores: Float64Array.from(models, ({ gp }) => predictOne(gp, row).mean) };
  });
  const candidates = [...modelled, ...foretold].filter(({ measured }) => !measured.pruned && measured.feasible);
  const scoresOf = ({ scores }: { scores: Float64Array }) => scores;
  const front = thinFront(nonDominated(candidates, scoresOf), scoresOf);
  const frontScores = front.map(scoresOf);
  const { near, far } = referenceRange(frontScores, candidates.map(scoresOf));
  // Mostly from near, sometimes from far: the middle of the front in most asks, its ends in some.
  const share = rng.fork('reference').next() ** 2;
  const reference = near.map((score, i) => score + share * (far[i]! - score));

  const normals = createPendingNormals({ objectives: objectives.length, pending: pending.length + count - 1, rng });
  /** For each pending trial that is likely feasible, the samples of each objective. */
  const foreseen: Float64Array[][] = [];
  const cells = (sample: number): ImprovementCells => {
    const points = foreseen.map((point) => Float64Array.from(point, (samples) => samples[sample]!));
    const scores = nonDominated([...frontScores, ...points], (point) => point);
    return objectives.length === 1 ? improvementCells([], scores[0]!) : improvementCells(scores, reference);
  };
  const surrogate: Surrogate = {
    fits: builder.fits,
    acquisitionName:
      front.length === 0 ? 'log probability of feasibility' : objectives.length === 1 ? 'logEI' : 'logEHVI',
    inverseSquaredLengths: fromLogParameters(models[0]!.fit.parameters).inverseSquaredLengths,
    incumbents: some(front, mostIncumbents).map(({ measured }) => measured),
    createAcquisition: () =>
      createAcquisition({
        objectives: models.map(({ gp }) => gp),
        cells: front.length === 0 ? [] : Array.from({ length: normals.samples }, (_, sample) => cells(sample)),
        limits,
      }),
    addPending(row) {
      const likely = limits.reduce((sum, limit) => sum + logFeasibility(limit, row), 0) > Math.log(0.5);
      const draws = normals.next();
      const samples = models.map(({ gp }, i) => gp.addPending(row, draws[i]!));
      if (likely) foreseen.push(samples);
    },
    predict(row) {
      const predicted = models.map(({ gp }) => predictOne(gp, row));
      return {
        gains: predicted.flatMap(({ mean }, i) => {
          if (front.length === 0) return [];
          const best = Math.max(...frontScores.map((scores) => scores[i]!));
          return [targets[i]!.restore(mean) - targets[i]!.restore(best)];
        }),
        deviations: predicted.map(({ mean, deviation }, i) => {
          const { restore } = targets[i]!;
          return Math.min(restore(mean + deviation) - restore(mean), restore(mean) - restore(mean - deviation));
        }),
        exploits: !frontScores.some((scores) => predicted.every(({ mean }, i) => mean <= scores[i]!)),
      };
    },
  };
  for (const { params } of pending) surrogate.addPending(all.axes.row(params));
  return surrogate;
}

function some<T>(items: readonly T[], most: number): T[] {
  if (items.length <= most) return [...items];
  return Array.from({ length: most }, (_, i) => items[Math.round((i * (items.length - 1)) / (most - 1))]!);
}

function predictOne(gp: GaussianProcess, row: Float64Array): { mean: number; deviation: number } {
  const means = new Float64Array(gp.samples);
  const variance = gp.predict(row, means);
  const mean = means.reduce((sum, own) => sum + own, 0) / means.length;
  return { mean, deviation: Math.sqrt(variance) };
}
