import { CambiumError, createRng } from '@cambium/core';

export interface SplitOptions {
  readonly seed: string | number;
  /** Images to train on, ≥ 1. */
  readonly trainSize: number;
  /** Images to validate on, ≥ 0. */
  readonly validationSize: number;
}

export interface DatasetSplit {
  readonly train: Int32Array;
  readonly validation: Int32Array;
}

/**
 * Splits by class, seeded: indices of `validation` and `train`, which never overlap. Any prefix of either has each
 * class by its share, within about one image. The validation images do not depend on `trainSize`, and a smaller training set is the
 * beginning of a larger one, so results for several sizes can be compared.
 * @throws CambiumError `fix-input` when the sizes are not whole numbers or are more than there is.
 */
export function splitDataset(labels: Uint8Array | Int32Array, options: SplitOptions): DatasetSplit {
  assertSizes(labels.length, options);
  const order = stratifiedOrder(labels, options.seed);
  const { trainSize, validationSize } = options;
  return {
    validation: order.slice(0, validationSize),
    train: order.slice(validationSize, validationSize + trainSize),
  };
}

function assertSizes(available: number, { trainSize, validationSize }: SplitOptions): void {
  const refuse = (field: string, code: string, message: string) => {
    throw new CambiumError('fix-input', `${field}: ${message}`, { issues: [{ path: [field], code, message }] });
  };
  if (!Number.isInteger(trainSize) || trainSize < 1) {
    refuse('trainSize', 'bad-range', `must be a whole number from 1 up, not ${trainSize}`);
  }
  if (!Number.isInteger(validationSize) || validationSize < 0) {
    refuse('validationSize', 'bad-range', `must be a whole number from 0 up, not ${validationSize}`);
  }
  if (trainSize + validationSize > available) {
    const sizes = `${trainSize} to train on and ${validationSize} to validate on`;
    refuse('trainSize', 'too-many', `${sizes} are more than the ${available} images there are: ask for fewer`);
  }
}

/**
 * Every class in random order, its members spread evenly over [0, 1), all classes merged: the divisor method of
 * Webster and Sainte-Laguë, which gives proportional prefixes of every length. Ties go by chance.
 */
function stratifiedOrder(labels: Uint8Array | Int32Array, seed: string | number): Int32Array {
  const rng = createRng(seed).fork('split');
  const members = new Map<number, number[]>();
  for (const [index, label] of labels.entries()) {
    const known = members.get(label);
    if (known === undefined) members.set(label, [index]);
    else known.push(index);
  }
  const place = new Float64Array(labels.length);
  const tie = new Float64Array(labels.length);
  for (const [label, indices] of members) {
    const classRng = rng.fork(label);
    for (const [rank, index] of classRng.shuffle(indices).entries()) {
      place[index] = (rank + 0.5) / indices.length;
      tie[index] = classRng.next();
    }
  }
  return Int32Array.from(labels.keys()).sort((a, b) => place[a]! - place[b]! || tie[a]! - tie[b]! || a - b);
}
