import type { Tensor } from '@tensorflow/tfjs';
import type { TfOpCase } from './tf-op-case.js';

/** Sums of [blocks, rows, columns] over the rows. */
function sums([blocks, rows, columns]: readonly [number, number, number], divisor: number) {
  return ([x]: readonly Float64Array[]): Float64Array => {
    const out = new Float64Array(blocks * columns);
    x!.forEach((value, i) => {
      out[Math.floor(i / (rows * columns)) * columns + (i % columns)]! += value / divisor;
    });
    return out;
  };
}

const reductions: TfOpCase[] = [
  { axes: [0, 1, 2], split: [1, 2 * 5 * 3, 6] },
  { axes: [1, 2], split: [2, 5 * 3, 6] },
  { axes: [1], split: [2, 5, 3 * 6] },
  { axes: [3], split: [2 * 5 * 3, 6, 1] },
  { axes: [0, 1, 2, 3], split: [1, 2 * 5 * 3 * 6, 1] },
].flatMap(({ axes, split }): TfOpCase[] => {
  const [blocks = 1, rows = 1, columns = 1] = split;
  return [
    {
      name: `sum over ${axes.join(', ')}`,
      inputs: [[2, 5, 3, 6]],
      reference: sums([blocks, rows, columns], 1),
      run: (tf, [x]) => tf.sum(x as Tensor, axes),
    },
    {
      name: `mean over ${axes.join(', ')}`,
      inputs: [[2, 5, 3, 6]],
      reference: sums([blocks, rows, columns], rows),
      run: (tf, [x]) => tf.mean(x as Tensor, axes),
    },
  ];
});

function binary(
  name: 'add' | 'sub' | 'mul' | 'div',
  f: (a: number, b: number) => number,
  domain?: (value: number) => number,
): TfOpCase {
  return {
    name: `${name}, broadcast over channels`,
    inputs: [[2, 3, 3, 5], [5]],
    ...(domain === undefined ? {} : { domain }),
    reference: ([a, b]) => a!.map((value, i) => f(value, b![i % 5]!)),
    run: (tf, [a, b]) => tf[name](a as Tensor, b as Tensor),
  };
}

const awayFromZero = (value: number) => value + Math.sign(value) * 0.2;
const positive = (value: number) => Math.abs(value) + 0.2;

const unary: TfOpCase[] = (
  [
    ['sqrt', Math.sqrt, positive],
    ['square', (x) => x * x],
    ['sign', Math.sign, awayFromZero],
    ['abs', Math.abs, awayFromZero],
    ['neg', (x) => -x],
    ['exp', Math.exp],
    ['log', Math.log, positive],
  ] as const satisfies readonly (readonly [string, (x: number) => number, ((value: number) => number)?])[]
).map(([name, f, domain]) => ({
  name,
  inputs: [[13]],
  ...(domain === undefined ? {} : { domain }),
  reference: ([x]) => x!.map(f),
  run: (tf, [x]) => tf[name](x as Tensor),
}));

export const tensorOps: readonly TfOpCase[] = [
  ...reductions,
  binary('add', (a, b) => a + b),
  binary('sub', (a, b) => a - b),
  binary('mul', (a, b) => a * b),
  binary(
    'div',
    (a, b) => a / b,
    (value) => value + Math.sign(value) * 0.5,
  ),
  ...unary,
  {
    name: 'power',
    inputs: [[13]],
    domain: positive,
    reference: ([x]) => x!.map((value) => value ** 1.5),
    run: (tf, [x]) => tf.pow(x as Tensor, 1.5),
  },
  {
    name: 'clip',
    inputs: [[13]],
    domain: (value) => (Math.abs(Math.abs(value) - 0.7) < 0.01 ? 0.5 : value),
    reference: ([x]) => x!.map((value) => Math.min(0.7, Math.max(-0.7, value))),
    run: (tf, [x]) => tf.clipByValue(x as Tensor, -0.7, 0.7),
  },
  {
    name: 'maximum with a number',
    inputs: [[13]],
    domain: (value) => value + Math.sign(value) * 0.1,
    reference: ([x]) => x!.map((value) => Math.max(value, 0.05)),
    run: (tf, [x]) => tf.maximum(x as Tensor, 0.05),
  },
  {
    name: 'concat of flat tensors',
    inputs: [[7], [1], [12]],
    reference: (parts) => Float64Array.from(parts.flatMap((part) => [...part])),
    run: (tf, parts) => tf.concat1d(parts as never),
  },
  {
    name: 'second part of a split',
    inputs: [[11]],
    reference: ([x]) => x!.slice(4, 9),
    run: (tf, [x]) => tf.split(x as Tensor, [4, 5, 2])[1] as Tensor,
  },
  {
    name: 'transpose',
    inputs: [[3, 5]],
    reference: ([x]) => Float64Array.from({ length: 15 }, (_, i) => x![(i % 3) * 5 + Math.floor(i / 3)]!),
    run: (tf, [x]) => tf.transpose(x as Tensor),
  },
  {
    name: 'addN of three',
    inputs: [[6], [6], [6]],
    reference: ([a, b, c]) => a!.map((value, i) => value + b![i]! + c![i]!),
    run: (tf, parts) => tf.addN(parts as Tensor[]),
  },
];
