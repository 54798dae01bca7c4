import type { JsonObject } from '@cambium/core';
import type { GraphBuilder } from '../../graph/graph-builder.js';
import type { CellEdge } from './cell-plan.js';

interface EdgePlace {
  /** Of the last node, which is what the sum reads. */
  readonly id: string;
  readonly input: string;
  readonly filters: number;
  readonly stride: number;
}

/** The blocks of one operation, as the paper's code has them when the network is trained anew. */
export function addEdge(
  builder: GraphBuilder,
  { op, gate }: CellEdge,
  { id, input, filters, stride }: EdgePlace,
): string {
  const add = (block: string, attributes: JsonObject, from = input, node = id) =>
    builder.add({ id: node, block, attributes, inputs: [from], gate });
  const half = (kernel: number, step: number) => ({
    filters,
    kernel,
    stride: step,
    preActivation: true,
    innerNorm: false,
    activation: 'none',
  });
  /** Applied twice; the first one has the stride. */
  const separable = (kernel: number) =>
    add('separable', half(kernel, 1), add('separable', half(kernel, stride), input, `${id}-first`));
  const dilated = (kernel: number) => add('separable', { ...half(kernel, stride), dilation: 2 });
  switch (op) {
    case 'none':
      return add('zero', { stride });
    case 'max_pool_3x3':
      return add('max-pool', { size: 3, stride });
    case 'avg_pool_3x3':
      return add('avg-pool', { size: 3, stride });
    case 'skip_connect':
      return stride === 1 ? add('identity', {}) : add('factorized-reduce', { filters, preActivation: true });
    case 'sep_conv_3x3':
      return separable(3);
    case 'sep_conv_5x5':
      return separable(5);
    case 'dil_conv_3x3':
      return dilated(3);
    case 'dil_conv_5x5':
      return dilated(5);
  }
}
