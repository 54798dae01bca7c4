import { readFileSync } from 'node:fs';
import { createRng } from '@cambium/core';
import { describe, expect, it } from '@jest/globals';
import type { ImageView } from './op-spec.js';
import { ops } from './registry.js';

interface GoldenFile {
  readonly image: number[];
  readonly cases: readonly { readonly op: string; readonly v: number; readonly out: number[] }[];
}

interface ShapesFile {
  readonly images: readonly {
    readonly shape: readonly [number, number, number];
    readonly pixels: string;
    readonly cases: readonly { readonly op: string; readonly value: number; readonly out: string }[];
  }[];
}

const read = (name: string) => JSON.parse(readFileSync(`${import.meta.dirname}/../testdata/${name}`, 'utf8'));
const nameOf = (name: string) =>
  name === 'FlipLR' ? 'flip' : name.replace(/(?<=[a-z])[A-Z]/g, (letter) => `-${letter}`).toLowerCase();

function apply(op: string, value: number, input: { pixels: Uint8Array; shape: readonly [number, number, number] }) {
  const [height, width, channels] = input.shape;
  const view = (data: Uint8Array): ImageView => ({ data, offset: 0, height, width, channels });
  const output = new Uint8Array(input.pixels.length);
  const source = view(input.pixels);
  ops.get(op).apply(source, view(output), value, { rng: createRng(0), partner: source });
  return [...output];
}

const golden: GoldenFile = read('golden_augment.json');
const shapes: ShapesFile = read('golden_shapes.json');

describe('ops against Pillow 12.3.0', () => {
  it('has cases for every op that Pillow has', () => {
    const tested = new Set(golden.cases.map(({ op }) => nameOf(op)));
    expect(ops.names.filter((name) => !tested.has(name))).toEqual([
      'crop',
      'cutmix',
      'cutout',
      'gaussian-blur',
      'identity',
      'mixup',
      'random-erasing',
      'sample-pairing',
      'solarize-add',
    ]);
  });

  it.each(golden.cases.map(({ op, v, out }) => [op, v, out] as const))('%s at %d on 16×16×3', (op, value, out) => {
    const pixels = Uint8Array.from(golden.image);
    expect(apply(nameOf(op), value, { pixels, shape: [16, 16, 3] })).toEqual(out);
  });

  it.each(shapes.images.map((image) => [image.shape.join('×'), image] as const))('all ops on %s', (_, image) => {
    const pixels = new Uint8Array(Buffer.from(image.pixels, 'hex'));
    for (const { op, value, out } of image.cases) {
      const actual = Buffer.from(apply(op, value, { pixels, shape: image.shape })).toString('hex');
      expect({ op, value, out: actual }).toEqual({ op, value, out });
    }
  });
});
