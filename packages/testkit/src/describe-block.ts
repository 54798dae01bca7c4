import type { JsonObject, Schema } from '@cambium/core';
import { describe, expect, it } from '@jest/globals';

type Shape = readonly number[];

/** The part of a block's spec that the suite reads. */
export interface BlockUnderTest {
  readonly name: string;
  readonly summary: string;
  readonly attributes: Schema<unknown>;
  readonly arity: { readonly min: number; readonly max: number | null };
  readonly examples: readonly { readonly attributes: JsonObject; readonly inputs: readonly Shape[] }[];
  shape(
    attributes: unknown,
    inputs: readonly Shape[],
  ): { readonly kind: 'shape'; readonly shape: Shape } | { readonly kind: 'refused'; readonly message: string };
  cost(attributes: unknown, inputs: readonly Shape[], output: Shape): BlockCost;
}

interface BlockCost {
  readonly params: number;
  readonly flops: number;
  readonly activationBytes: number;
}

/** What building a block once showed. Everything allocated for it has been disposed of. */
export interface BuiltBlock {
  /** Without the batch. */
  readonly shape: Shape;
  /** Trainable weights only. */
  readonly params: number;
  /** Names of the layers that have weights, each as often as it has arrays, sorted. */
  readonly weights: readonly string[];
  /** Output for a fixed input that is not all zero, in inference. */
  readonly output: Float32Array;
  /** Tensors alive after minus before. */
  readonly leakedTensors: number;
}

/** Builds the block alone, as an architecture whose input feeds every one of its inputs. */
export type BuildBlock = (
  example: { attributes: JsonObject; inputs: readonly Shape[] },
  seed: number,
) => Promise<BuiltBlock>;

/** The same architecture as programs in Python. */
export interface WrittenBlock {
  readonly text: string;
  /** Names of the built layers whose weights the program takes, each as often as it takes an array. */
  readonly weights: readonly string[];
}

/** By library. */
export type WriteBlock = (example: {
  attributes: JsonObject;
  inputs: readonly Shape[];
}) => Readonly<Record<string, WrittenBlock>>;

/** The contract of a block: its spec is well-formed and says of every example what the built layers then show. */
export function describeBlock(
  spec: BlockUnderTest,
  { build, write }: { readonly build: BuildBlock; readonly write: WriteBlock },
): void {
  describe(`block ${spec.name}`, () => {
    it('has a name, a summary and examples', () => {
      expect(spec.name).toMatch(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/);
      expect(spec.summary).toMatch(/\w.*\.$/);
      expect(spec.examples.length).toBeGreaterThan(0);
    });

    it('refuses attributes that it does not know', () => {
      const attributes = { ...spec.examples[0]?.attributes, 'no-such-attribute': 1 };
      expect(spec.attributes.safeParse(attributes).success).toBe(false);
    });

    for (const [index, example] of spec.examples.entries()) {
      describe(`example ${index + 1}: ${JSON.stringify(example)}`, () => {
        describeExample(spec, example, build);

        it('is written as source that takes every weight that was built', async () => {
          const { weights } = await build(example, 1);
          for (const [library, written] of Object.entries(write(example))) {
            expect({ library, weights: [...written.weights].sort() }).toEqual({ library, weights });
            expect(written.text).not.toMatch(/undefined|NaN|\[object/);
          }
        });
      });
    }
  });
}

function describeExample(spec: BlockUnderTest, example: BlockUnderTest['examples'][number], build: BuildBlock): void {
  const { attributes, output, cost } = infer(spec, example);

  it('fits its own schema and arity', () => {
    expect(spec.attributes.safeParse(attributes)).toEqual({ success: true, data: attributes });
    expect(example.inputs.length).toBeGreaterThanOrEqual(spec.arity.min);
    expect(example.inputs.length).toBeLessThanOrEqual(spec.arity.max ?? Number.POSITIVE_INFINITY);
  });

  it('infers a shape of positive integers and whole, non-negative costs', () => {
    expect(output.length).toBeGreaterThan(0);
    expect(output.every((size) => Number.isInteger(size) && size > 0)).toBe(true);
    for (const value of [cost.params, cost.flops, cost.activationBytes]) {
      expect(Number.isInteger(value)).toBe(true);
      expect(value).toBeGreaterThanOrEqual(0);
    }
    expect(cost.activationBytes % 4).toBe(0);
  });

  it('is built with the shape and the trainable weights that the spec says, and leaks nothing', async () => {
    const built = await build(example, 1);
    expect(built.shape).toEqual(output);
    expect(built.params).toBe(cost.params);
    expect(built.output).toHaveLength(output.reduce((product, size) => product * size, 1));
    expect(built.output.every((value) => Number.isFinite(value))).toBe(true);
    expect(built.leakedTensors).toBe(0);
  });

  it('gives the same output for the same seed, and another for another where it has kernels', async () => {
    const first = await build(example, 1);
    expect((await build(example, 1)).output).toEqual(first.output);
    const other = await build(example, 2);
    const isSame = other.output.every((value, i) => value === first.output[i]);
    // Kernels are drawn, and multiply; batch norm starts from γ 1 and β 0 whatever the seed.
    expect(isSame).toBe(cost.flops === 0);
  });
}

function infer(spec: BlockUnderTest, example: BlockUnderTest['examples'][number]) {
  const parsed = spec.attributes.safeParse(example.attributes);
  if (!parsed.success) throw new Error(`${spec.name}: an example does not fit the block's own schema`);
  const result = spec.shape(parsed.data, example.inputs);
  if (result.kind === 'refused') throw new Error(`${spec.name}: an example is refused: ${result.message}`);
  return {
    attributes: parsed.data,
    output: result.shape,
    cost: spec.cost(parsed.data, example.inputs, result.shape),
  };
}
