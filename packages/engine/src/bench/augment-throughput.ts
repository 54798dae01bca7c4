import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { applyPolicy, ops } from '@cambium/augment';
import { type AugmentationPolicy, createRng, type ImageShape } from '@cambium/core';
import { childFailure } from '../backends/child-failure.js';
import { spreadOf } from '../latency/spread.js';
import { type Machine, thisMachine } from './machine.js';
import { pillowProgram } from './pillow.js';
import { runTrainBenchmark } from './train-throughput.js';

/** Images of one shape through one policy, in images per second of one core. */
export interface AugmentThroughput {
  readonly shape: ImageShape;
  /** Median of the rounds. */
  readonly imagesPerSecond: number;
  readonly pillowImagesPerSecond: number | null;
  /** How many times as fast as Pillow: median of the rounds' ratios, and the least of them. */
  readonly ratio: number | null;
  readonly leastRatio: number | null;
}

export interface AugmentBenchmark {
  readonly benchmark: 'augment';
  readonly policy: string;
  readonly machine: Machine;
  readonly results: readonly AugmentThroughput[];
  /** Seconds of the processor that a batch's augmentation takes, as a share of its training step, by backend. */
  readonly shareOfTrainingStep: readonly { readonly backend: string; readonly share: number }[];
  readonly skipped: readonly { readonly name: string; readonly reason: string }[];
}

export interface AugmentBenchmarkOptions {
  /** That can import Pillow. */
  readonly python?: string;
  /** Each measures us, then Pillow. */
  readonly rounds?: number;
  /** Of the processor, each measurement of us and of Pillow. */
  readonly seconds?: number;
}

interface Measured {
  readonly images: number;
  readonly seconds: number;
}

const run = promisify(execFile);
const count = 256;
const shapes: readonly ImageShape[] = [
  [28, 28, 1],
  [32, 32, 3],
];

/** RandAugment's 14 ops (Cubuk et al. 2020), two of them at magnitude 9 of 0 … 30. */
const randAugment = {
  kind: 'random-subset',
  ops: (
    'identity rotate shear-x shear-y translate-x translate-y brightness color contrast ' +
    'sharpness auto-contrast equalize posterize solarize'
  ).split(' '),
  count: 2,
  magnitude: 9 / 30,
} as const satisfies AugmentationPolicy;

/** RandAugment(2, 9) here and in Pillow, in turns, and what it costs beside training. */
export async function runAugmentBenchmark({
  python = 'python3',
  rounds = 5,
  seconds = 1,
}: AugmentBenchmarkOptions = {}): Promise<AugmentBenchmark> {
  const skipped: { name: string; reason: string }[] = [];
  const results: AugmentThroughput[] = [];
  for (const shape of shapes) {
    const own: number[] = [];
    const pillow: number[] = [];
    for (let round = 0; round < rounds; round++) {
      own.push(perSecond(measureOwn(shape, seconds)));
      const other = await measurePillow(python, shape, seconds);
      if (typeof other === 'string') {
        if (!skipped.some(({ name }) => name === 'pillow')) skipped.push({ name: 'pillow', reason: other });
      } else pillow.push(perSecond(other));
    }
    results.push(summarise(shape, own, pillow));
  }
  const { results: training, batchSize, skipped: backends } = await runTrainBenchmark({ steps: 20 });
  const [gray] = results;
  const cpuMs = (1000 * batchSize) / (gray?.imagesPerSecond ?? Number.NaN);
  return {
    benchmark: 'augment',
    policy: `RandAugment(2, 9) of ${randAugment.ops.length} ops, of ${ops.names.length} known`,
    machine: thisMachine(),
    results,
    shareOfTrainingStep: training
      .filter(({ name }) => name !== 'pytorch')
      .map(({ name, cpuMsPerStep }) => ({ backend: name, share: rounded(cpuMs / cpuMsPerStep, 1e4) })),
    skipped: [...skipped, ...backends],
  };
}

function measureOwn(shape: ImageShape, seconds: number): Measured {
  const rng = createRng(1);
  const size = shape[0] * shape[1] * shape[2];
  const images = Uint8Array.from({ length: count * size }, () => rng.int(256));
  const batch = () => applyPolicy(randAugment, { images, count, shape }, rng);
  // Until the compiler has seen every op.
  for (let i = 0; i < 20; i++) batch();
  const start = process.cpuUsage();
  const used = () => {
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1e6;
  };
  let done = 0;
  while (used() < seconds) {
    batch();
    done += count;
  }
  return { images: done, seconds: used() };
}

/** Why it could not be measured, where it could not. */
async function measurePillow(python: string, shape: ImageShape, seconds: number): Promise<Measured | string> {
  try {
    const args = ['-c', pillowProgram, ...[...shape, count, seconds].map(String)];
    const { stdout } = await run(python, args, { timeout: 120_000 });
    return JSON.parse(stdout) as Measured;
  } catch (error) {
    return childFailure(error);
  }
}

function summarise(shape: ImageShape, own: readonly number[], pillow: readonly number[]): AugmentThroughput {
  const ratios = pillow.map((other, round) => (own[round] ?? Number.NaN) / other);
  return {
    shape,
    imagesPerSecond: rounded(spreadOf(own).median),
    pillowImagesPerSecond: pillow.length === 0 ? null : rounded(spreadOf(pillow).median),
    ratio: ratios.length === 0 ? null : rounded(spreadOf(ratios).median, 100),
    leastRatio: ratios.length === 0 ? null : rounded(Math.min(...ratios), 100),
  };
}

const perSecond = ({ images, seconds }: Measured) => images / seconds;

const rounded = (value: number, parts = 1) => Math.round(value * parts) / parts;
