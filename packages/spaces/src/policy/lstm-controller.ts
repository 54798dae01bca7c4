import type { Rng } from '@cambium/core';
import type { Axis } from './axis.js';
import type { Controller } from './controller.js';
import { createLstmCell, createLstmStep } from './lstm-cell.js';

/** Weights begin uniform in ± this, as in ENAS. */
const firstRange = 0.1;

/** Where an axis has its weights: a matrix from the state to its outputs with biases, and the embeddings of its actions. */
interface AxisWeights {
  readonly head: number;
  readonly embedding: number;
}

/**
 * An LSTM that goes from one active parameter to the next (Zoph and Le 2017, with one layer): it reads the embedding of the
 * action before and gives the outputs of the next axis. A number embeds as one row plus its place in the range, from −1 to
 * 1, times another.
 */
export function createLstmController(axes: readonly Axis[], units: number, rng: Rng): Controller {
  const cell = createLstmCell(units, 0);
  const start = cell.size;
  const places: AxisWeights[] = [];
  let size = start + units;
  for (const { width } of axes) {
    places.push({ head: size, embedding: size + width * (units + 1) });
    size += width * (units + 1) + width * units;
  }
  const weights = Float64Array.from({ length: size }, () => firstRange * (2 * rng.next() - 1));
  const steps = axes.map(() => createLstmStep(units));
  /** The axes and actions of the episode. */
  let taken: { readonly axis: Axis; readonly action: number }[] = [];

  /** Calls back with each row of weights that the step's input is made of, and its factor. */
  const inputRows = (step: number, row: (offset: number, factor: number) => void) => {
    const before = taken[step - 1];
    if (before === undefined) return row(start, 1);
    // `!`: there are weights for each axis.
    const { embedding } = places[before.axis.index]!;
    if (before.axis.kind === 'choice') return row(embedding + before.action * units, 1);
    row(embedding, 1);
    row(embedding + units, Math.tanh(before.action / 2));
  };

  return {
    weights,
    beginEpisode() {
      taken = [];
    },
    outputs({ index, width }) {
      const step = steps[taken.length]!;
      step.input.fill(0);
      inputRows(taken.length, (offset, factor) => {
        for (let i = 0; i < units; i++) step.input[i]! += factor * weights[offset + i]!;
      });
      cell.forward(weights, step, steps[taken.length - 1]);
      const { head } = places[index]!;
      return Float64Array.from({ length: width }, (_, output) => {
        const row = head + output * (units + 1);
        let sum = weights[row + units]!;
        for (let i = 0; i < units; i++) sum += weights[row + i]! * step.hidden[i]!;
        return sum;
      });
    },
    take: (axis, action) => void taken.push({ axis, action }),
    addGradient(outputGradients, into) {
      for (let index = 0; index < taken.length; index++) {
        steps[index]!.hiddenGradient.fill(0);
        steps[index]!.cellGradient.fill(0);
      }
      for (let index = taken.length - 1; index >= 0; index--) {
        const step = steps[index]!;
        const { head } = places[taken[index]!.axis.index]!;
        for (const [output, slope] of outputGradients[index]!.entries()) {
          const row = head + output * (units + 1);
          for (let i = 0; i < units; i++) {
            step.hiddenGradient[i]! += slope * weights[row + i]!;
            into[row + i]! += slope * step.hidden[i]!;
          }
          into[row + units]! += slope;
        }
        cell.backward(weights, { step, before: steps[index - 1], into });
        inputRows(index, (offset, factor) => {
          for (let i = 0; i < units; i++) into[offset + i]! += factor * step.inputGradient[i]!;
        });
      }
    },
  };
}
