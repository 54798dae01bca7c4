import type { Scalar, Tensor, Tensor4D } from '@tensorflow/tfjs';
import { convolutionReference, convolutionSlopeReference, depthwiseReference } from './references/convolution.js';
import { avgPoolReference, maxPoolReference } from './references/pooling.js';
import { outputSize, type WindowGeometry } from './references/window-geometry.js';
import type { TfOpCase } from './tf-op-case.js';

type Image = WindowGeometry['image'];

const even: Image = [2, 6, 6, 4];
const odd: Image = [2, 7, 5, 3];
/** Channels beyond one SIMD tile, with a rest. */
const wide: Image = [1, 5, 5, 11];

const geometries: readonly WindowGeometry[] = [1, 3, 5].flatMap((kernel) =>
  [1, 2].flatMap((stride) => [even, odd, wide].map((image) => ({ image, kernel, stride }))),
);
const valid: readonly WindowGeometry[] = [
  { image: odd, kernel: 3, stride: 1, padding: 'valid' },
  { image: even, kernel: 2, stride: 2, padding: 'valid' },
];
/** The last stages of a network: windows wider than the image, some of whose taps see it in no position. */
const small: readonly WindowGeometry[] = [3, 5, 7].flatMap((kernel) =>
  [1, 2].flatMap((stride) =>
    [1, 2, 3, 4].map((size): WindowGeometry => ({ image: [2, size, size, 5], kernel, stride })),
  ),
);
const dilated: readonly WindowGeometry[] = [
  { image: [2, 8, 7, 4], kernel: 3, stride: 1, dilation: 2 },
  { image: odd, kernel: 3, stride: 1, dilation: 3 },
];

function label({ image, kernel, stride, dilation = 1, padding = 'same' }: WindowGeometry): string {
  const spread = dilation === 1 ? '' : ` dilation ${dilation}`;
  return `${image.slice(1).join('×')} kernel ${kernel} stride ${stride}${spread} ${padding}`;
}

function convolution(geometry: WindowGeometry, filters: number): TfOpCase {
  const { image, kernel, stride, dilation = 1, padding = 'same' } = geometry;
  return {
    name: `conv2d to ${filters}, ${label(geometry)}`,
    inputs: [image, [kernel, kernel, image[3], filters]],
    reference: convolutionReference(geometry, filters),
    run: (tf, [x, w]) => tf.conv2d(x as Tensor4D, w as Tensor4D, stride, padding, 'NHWC', dilation),
  };
}

/** What a convolution's output is to its input, whose own gradients are those of a gradient: penalties of it need them. */
function convolutionSlope(geometry: WindowGeometry, filters: number): TfOpCase {
  const { image, kernel, stride, padding = 'same' } = geometry;
  const [batch, , , channels] = image;
  const [height, width] = outputSize(geometry);
  return {
    name: `slope of conv2d to ${filters}, ${label(geometry)}`,
    inputs: [
      [batch, height, width, filters],
      [kernel, kernel, channels, filters],
    ],
    reference: convolutionSlopeReference(geometry, filters),
    run(tf, [dy, w]) {
      const total = (x: Tensor) =>
        tf.sum(tf.mul(tf.conv2d(x as Tensor4D, w as Tensor4D, stride, padding), dy as Tensor)) as Scalar;
      return tf.grad(total)(tf.zeros([...image]));
    },
  };
}

function depthwise(geometry: WindowGeometry, multiplier: number): TfOpCase {
  const { image, kernel, stride, dilation = 1, padding = 'same' } = geometry;
  return {
    name: `depthwiseConv2d ×${multiplier}, ${label(geometry)}`,
    inputs: [image, [kernel, kernel, image[3], multiplier]],
    reference: depthwiseReference(geometry, multiplier),
    run: (tf, [x, w]) => tf.depthwiseConv2d(x as Tensor4D, w as Tensor4D, stride, padding, 'NHWC', dilation),
  };
}

function pools(geometry: WindowGeometry): TfOpCase[] {
  const { image, kernel, stride, padding = 'same' } = geometry;
  return [
    {
      name: `maxPool, ${label(geometry)}`,
      inputs: [image],
      reference: maxPoolReference(geometry),
      run: (tf, [x]) => tf.maxPool(x as Tensor4D, kernel, stride, padding),
    },
    {
      name: `avgPool, ${label(geometry)}`,
      inputs: [image],
      reference: avgPoolReference(geometry),
      run: (tf, [x]) => tf.avgPool(x as Tensor4D, kernel, stride, padding),
    },
  ];
}

/** Every output window must see a pixel, and a pool of 1 is the identity. */
const poolGeometries = geometries
  .filter((g) => g.kernel > 1)
  .concat(small, valid, [
    { image: even, kernel: 2, stride: 2 },
    { image: odd, kernel: 2, stride: 2 },
    { image: odd, kernel: 2, stride: 1 },
  ]);

/** With all-negative inputs too: the case in which a maximum is easily lost. */
const negativePool: TfOpCase = {
  name: 'maxPool of negative values',
  inputs: [odd],
  domain: (value) => -Math.abs(value) - 0.1,
  reference: maxPoolReference({ image: odd, kernel: 3, stride: 2 }),
  run: (tf, [x]) => tf.maxPool(x as Tensor4D, 3, 2, 'same'),
};

export const windowOps: readonly TfOpCase[] = [
  ...geometries.map((geometry) => convolution(geometry, 5)),
  ...[geometries[6], geometries[10]].map((geometry) => convolution(geometry as WindowGeometry, 16)),
  convolution({ image: [2, 9, 9, 1], kernel: 3, stride: 1 }, 8),
  convolution({ image: [1, 5, 5, 1], kernel: 3, stride: 1 }, 1),
  ...[...small, ...valid, ...dilated].map((geometry) => convolution(geometry, 4)),
  ...[even, odd, wide].flatMap((image) => [1, 2].map((stride) => convolutionSlope({ image, kernel: 3, stride }, 4))),
  ...small.filter(({ kernel }) => kernel === 3).map((geometry) => convolutionSlope(geometry, 4)),
  ...[...geometries, ...small, ...valid, ...dilated].map((geometry) => depthwise(geometry, 1)),
  ...[even, odd].map((image) => depthwise({ image, kernel: 3, stride: 1 }, 2)),
  ...poolGeometries.filter((geometry) => outputSize(geometry).every((length) => length > 0)).flatMap(pools),
  negativePool,
];
