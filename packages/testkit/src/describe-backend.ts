import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

/** One op with fixed shapes: what the backend computes, and a plain-loop reference in double precision. */
export interface OpCase {
  readonly name: string;
  /** Shapes of the inputs that gradients are taken for. */
  readonly inputs: readonly (readonly number[])[];
  /** The output's values, row by row. Must be smooth around random inputs: gradients are taken by differences. */
  reference(inputs: readonly Float64Array[]): Float64Array;
  /** Moves random inputs in (−2, 2) into the op's domain, e.g. away from 0. */
  domain?(value: number): number;
  /** Largest error relative to max(1, largest magnitude). 2e-4 when absent: single precision. */
  readonly tolerance?: number;
}

export interface BackendUnderTest {
  /** Output and, for an upstream gradient `dy` of the output's size, the gradient of every input. */
  compute(
    op: OpCase,
    inputs: readonly Float32Array[],
    dy: Float32Array,
  ): Promise<{ readonly output: Float32Array; readonly gradients: readonly Float32Array[] }>;
  numTensors(): number;
  close(): Promise<void>;
}

/**
 * Compares forward and gradient of every op with its reference. The reference gradient is Σ dy · ∂output by central
 * differences of the double-precision reference, so it owes nothing to anybody's derivation.
 */
export function describeBackend(name: string, open: () => Promise<BackendUnderTest>, table: readonly OpCase[]): void {
  describe(`backend ${name}`, () => {
    let backend: BackendUnderTest;
    beforeAll(async () => {
      backend = await open();
    });
    afterAll(() => backend.close());

    it('has ops to check', () => {
      expect(table.length).toBeGreaterThan(0);
    });

    it.each(table.map((op) => [op.name, op] as const))('%s', async (_, op) => {
      const random = generator(op.name);
      const domain = op.domain ?? ((value: number) => value);
      const inputs = op.inputs.map((shape) =>
        Float32Array.from({ length: size(shape) }, () => domain(4 * random() - 2)),
      );
      const doubles = inputs.map((values) => Float64Array.from(values));
      const expected = op.reference(doubles);
      const dy = Float32Array.from(expected, () => 2 * random() - 1);
      const before = backend.numTensors();
      const { output, gradients } = await backend.compute(op, inputs, dy);
      expect(backend.numTensors()).toBe(before);
      const tolerance = op.tolerance ?? 2e-4;
      expect(relativeError(output, expected)).toBeLessThan(tolerance);
      expect(gradients.length).toBe(inputs.length);
      for (const [i, gradient] of gradients.entries()) {
        const reference = differences(op, doubles, { input: i, dy });
        expect({ input: i, error: relativeError(gradient, reference) < tolerance }).toEqual({ input: i, error: true });
      }
    });
  });
}

function differences(
  op: OpCase,
  inputs: readonly Float64Array[],
  { input, dy }: { readonly input: number; readonly dy: Float32Array },
): Float64Array {
  const step = 1e-6;
  const values = Float64Array.from(inputs[input] as Float64Array);
  const moved = inputs.map((original, i) => (i === input ? values : original));
  const weigh = () => op.reference(moved).reduce((sum, y, i) => sum + y * (dy[i] as number), 0);
  return values.map((value, i) => {
    values[i] = value + step;
    const up = weigh();
    values[i] = value - step;
    const down = weigh();
    values[i] = value;
    return (up - down) / (2 * step);
  });
}

/** Infinity when the sizes differ or a value is not a number. */
function relativeError(actual: Float32Array, expected: Float64Array): number {
  if (actual.length !== expected.length) return Number.POSITIVE_INFINITY;
  const scale = expected.reduce((largest, value) => Math.max(largest, Math.abs(value)), 1);
  return expected.reduce((worst, value, i) => {
    const error = Math.abs((actual[i] as number) - value) / scale;
    return Number.isNaN(error) ? Number.POSITIVE_INFINITY : Math.max(worst, error);
  }, 0);
}

function size(shape: readonly number[]): number {
  return shape.reduce((product, length) => product * length, 1);
}

/** Numerical Recipes' linear congruential generator, seeded by the op's name: the suite is the same in every run. */
function generator(seed: string): () => number {
  let state = [...seed].reduce((hash, letter) => (Math.imul(hash, 31) + letter.charCodeAt(0)) >>> 0, 7);
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
}
