import { createRng, type Rng } from '@cambium/core';
import { describe, expect, it } from '@jest/globals';

interface View {
  data: Uint8Array;
  offset: number;
  readonly height: number;
  readonly width: number;
  readonly channels: number;
}

/** What the suite needs to know of an augmentation op. */
export interface OpUnderTest {
  readonly name: string;
  readonly summary: string;
  readonly signed: boolean;
  readonly ranges: Readonly<
    Record<Table, { readonly from: number; readonly to: number; readonly unit: string }>
  > | null;
  valueAt(level: number, shape: readonly [number, number, number], table: Table): number;
  describe(magnitude: number, table: Table): string;
  apply(source: View, target: View, value: number, draw: { readonly rng: Rng; readonly partner: View }): number | void;
}

type Table = 'standard' | 'wide';
const tables: readonly Table[] = ['standard', 'wide'];

type Shape = readonly [height: number, width: number, channels: number];

const shapes: readonly Shape[] = [
  [28, 28, 1],
  [32, 32, 3],
  [8, 8, 1],
  [5, 9, 3],
  [2, 1, 1],
];
const levels = [0, 0.1, 1 / 3, 0.5, 0.9, 1];
const guard = 7;

/** Smooth areas, noise, pure black and pure white, all from a fixed congruence. */
function testImage([height, width, channels]: Shape, seed = 12345): Uint8Array {
  const pixels = new Uint8Array(height * width * channels);
  let state = seed;
  for (let i = 0; i < pixels.length; i++) {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    const kind = (state >>> 16) % 4;
    pixels[i] = kind === 0 ? 0 : kind === 1 ? 255 : kind === 2 ? (i * 3) % 256 : state >>> 24;
  }
  return pixels;
}

/** Index of the first different byte, -1 when equal. Much faster than a deep comparison. */
function firstDifference(actual: Uint8Array, expected: Uint8Array): number {
  return actual.length === expected.length ? actual.findIndex((byte, i) => byte !== expected[i]) : actual.length;
}

/** Another image, whose channels are equal, and chance: the same for every call. */
function drawFor([height, width, channels]: Shape) {
  const gray = testImage([height, width, 1], 777);
  const data = Uint8Array.from({ length: gray.length * channels }, (_, i) => gray[Math.floor(i / channels)] ?? 0);
  return { rng: createRng('op'), partner: { data, offset: 0, height, width, channels } };
}

interface Strength {
  readonly level: number;
  readonly table?: Table;
}

function run(op: OpUnderTest, pixels: Uint8Array, shape: Shape, { level, table = 'standard' }: Strength): Uint8Array {
  const [height, width, channels] = shape;
  const view = (data: Uint8Array, offset: number): View => ({ data, offset, height, width, channels });
  const source = new Uint8Array(pixels.length + 2 * guard).fill(77);
  source.set(pixels, guard);
  const target = new Uint8Array(pixels.length + 4 * guard).fill(77);
  const value = op.valueAt(level, shape, table);
  const share = op.apply(view(source, guard), view(target, 2 * guard), value, drawFor(shape)) ?? 0;
  expect(share >= 0 && share < 1).toBe(true);
  expect(firstDifference(source.subarray(guard, guard + pixels.length), pixels)).toBe(-1);
  const written = target.slice(2 * guard, 2 * guard + pixels.length);
  target.fill(77, 2 * guard, 2 * guard + pixels.length);
  expect(target.every((byte) => byte === 77)).toBe(true);
  return written;
}

/**
 * The contract of every augmentation op: pure (the source is untouched, nothing outside the target image is written,
 * the same input gives the same pixels), every pixel is written, magnitude 0 of an op with a range leaves the image,
 * equal channels stay equal and match the gray image, and the words name every strength.
 */
export function describeOp(op: OpUnderTest): void {
  describe(`op ${op.name}`, () => {
    const signedLevels = op.signed ? [...levels, ...levels.map((level) => -level)] : levels;

    it('has a summary and says what it does at every magnitude', () => {
      expect(op.summary).not.toBe('');
      for (const table of tables) {
        for (const level of levels) expect(op.describe(level, table)).toMatch(/^[a-z].*[^.]$/);
        const words = new Set([0, 0.25, 1].map((magnitude) => op.describe(magnitude, table)));
        expect(words.size).toBe(op.ranges === null ? 1 : 3);
      }
    });

    it('leaves its input alone, writes only its target, and repeats itself', () => {
      for (const shape of shapes) {
        const pixels = testImage(shape);
        for (const level of signedLevels) {
          const first = run(op, pixels, shape, { level });
          run(op, testImage(shape).toReversed(), shape, { level });
          expect(firstDifference(run(op, pixels, shape, { level }), first)).toBe(-1);
        }
      }
    });

    it('writes every byte of the target', () => {
      for (const shape of shapes) {
        const [height, width, channels] = shape;
        const pixels = testImage(shape);
        const over = (fill: number) => {
          const target = new Uint8Array(pixels.length).fill(fill);
          const view = (data: Uint8Array): View => ({ data, offset: 0, height, width, channels });
          op.apply(view(pixels), view(target), op.valueAt(0.7, shape, 'standard'), drawFor(shape));
          return target;
        };
        expect(firstDifference(over(0), over(255))).toBe(-1);
      }
    });

    it('treats three equal channels as it treats the gray image', () => {
      const gray = testImage([11, 13, 1]);
      const tripled = Uint8Array.from({ length: gray.length * 3 }, (_, i) => gray[Math.floor(i / 3)] ?? 0);
      for (const level of signedLevels) {
        const expected = run(op, gray, [11, 13, 1], { level });
        const actual = run(op, tripled, [11, 13, 3], { level });
        expect(actual.findIndex((byte, i) => byte !== expected[Math.floor(i / 3)])).toBe(-1);
      }
    });

    const { ranges } = op;
    if (ranges !== null) {
      it.each(tables)('leaves the image at magnitude 0 of the table %s', (table) => {
        for (const shape of shapes) {
          expect(firstDifference(run(op, testImage(shape), shape, { level: 0, table }), testImage(shape))).toBe(-1);
          expect(op.valueAt(0, shape, table)).toBeCloseTo(ranges[table].from, 12);
        }
      });

      it('changes the image at magnitude 1', () => {
        for (const level of op.signed ? [1, -1] : [1]) {
          const pixels = testImage([16, 16, 3]);
          for (const table of tables) {
            expect(firstDifference(run(op, pixels, [16, 16, 3], { level, table }), pixels)).not.toBe(-1);
          }
        }
      });
    }
  });
}

/** Runs the suite over a whole registry. An empty one fails. */
export function describeOps(registry: { readonly entries: readonly OpUnderTest[] }): void {
  it('has ops to test', () => expect(registry.entries.length).toBeGreaterThan(0));
  for (const op of registry.entries) describeOp(op);
}
