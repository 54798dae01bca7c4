import type { ArchitectureGraph, ArchitectureNode, JsonObject } from '@cambium/core';

const node = (id: string, block: string, inputs: string[], attributes: JsonObject = {}): ArchitectureNode => ({
  id,
  block,
  attributes,
  inputs,
});

const half = { filters: 4, preActivation: true, activation: 'none' };

/** The blocks of cells and mobile networks, for the images and classes of the small problem. */
export const cellGraph: ArchitectureGraph = {
  version: 1,
  nodes: [
    node('in', 'input', [], { shape: [8, 8, 1] }),
    node('larger', 'resize', ['in'], { height: 10, width: 9 }),
    node('a', 'conv', ['larger'], { filters: 4, activation: 'hard-swish' }),
    node('dilated', 'conv', ['a'], { ...half, dilation: 2 }),
    node('thin', 'conv', ['a'], { filters: 4, kernel: 1, norm: false, bias: false, activation: 'relu6' }),
    node('none', 'zero', ['a']),
    node('same', 'identity', ['a']),
    node('one', 'add', ['dilated']),
    node('sum', 'add', ['one', 'thin', 'none', 'same']),
    node('halved', 'factorized-reduce', ['sum'], { filters: 4, preActivation: true }),
    node('strided', 'separable', ['sum'], { ...half, stride: 2, dilation: 2, innerNorm: false }),
    node('nothing', 'zero', ['sum'], { stride: 2 }),
    node('depth', 'depthwise', ['halved'], { kernel: 3, dilation: 2, activation: 'swish' }),
    node('all', 'concat', ['halved', 'strided', 'nothing', 'depth']),
    node('mobile', 'inverted-residual', ['all'], {
      filters: 6,
      expansion: 2,
      squeezeExcite: 0.25,
      activation: 'swish',
    }),
    node('weighed', 'squeeze-excite', ['mobile'], { ratio: 0.5 }),
    node('norm', 'batch-norm', ['weighed'], { activation: 'relu' }),
    node('rectified', 'activation', ['norm'], { function: 'relu6' }),
    node('g', 'global-average-pool', ['rectified']),
    node('out', 'dense', ['g'], { units: 3 }),
  ],
  output: 'out',
};
