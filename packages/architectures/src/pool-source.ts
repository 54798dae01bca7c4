import type { BlockSource } from './source/block-source.js';
import { defineSource } from './source/block-source.js';
import { call, type PythonCall } from './source/python.js';

/** A pool over windows that leaves pixels beyond the border out. */
export function poolSource(name: string, pool: 'Max' | 'Avg'): BlockSource {
  return defineSource<{ size: number; stride: number }>({
    name,
    layers: ({ attributes: { size, stride } }) => [
      {
        pytorch: pytorchPool(pool, size, stride),
        keras: call(pool === 'Max' ? 'layers.MaxPooling2D' : 'layers.AveragePooling2D', [size], {
          strides: stride === size ? undefined : stride,
          padding: '"same"',
        }),
      },
    ],
  });
}

/** PyTorch's own pool where it can pad as TensorFlow does whatever the size of the image: on both sides alike, or last. */
function pytorchPool(pool: 'Max' | 'Avg', size: number, stride: number): PythonCall {
  const excluded = pool === 'Avg' ? false : undefined;
  if (size === 2 && stride === 2) return call(`nn.${pool}Pool2d`, [2], { ceil_mode: true });
  if (stride === 1 && size % 2 === 1) {
    return call(`nn.${pool}Pool2d`, [size], { stride, padding: (size - 1) / 2, count_include_pad: excluded });
  }
  return call(`Same${pool}Pool2d`, [size, stride]);
}
