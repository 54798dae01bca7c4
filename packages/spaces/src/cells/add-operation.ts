import type { Gate, JsonObject } from '@cambium/core';
import type { GraphBuilder } from '../graph/graph-builder.js';

/** Operations of cells by the names that DARTS' code and others after it use. */
export type CellOperation =
  | 'none'
  | 'skip_connect'
  | `${'max' | 'avg'}_pool_${'3x3' | '5x5' | '7x7'}`
  | `sep_conv_${'3x3' | '5x5' | '7x7'}`
  | `dil_conv_${'3x3' | '5x5'}`
  | `conv_${'1x1' | '3x3'}`;

export interface OperationPlace {
  /** Of the last node, which is what others read. */
  readonly id: string;
  readonly input: string;
  readonly filters: number;
  readonly stride: number;
  readonly gate?: Gate | undefined;
}

/** The blocks of one operation, as DARTS' code has them when the network is trained anew. */
export function addOperation(builder: GraphBuilder, operation: CellOperation, place: OperationPlace): string {
  const { id, input, filters, stride, gate } = place;
  const add = (block: string, attributes: JsonObject, from = input, node = id) =>
    builder.add({ id: node, block, attributes, inputs: [from], gate });
  if (operation === 'none') return add('zero', { stride });
  if (operation === 'skip_connect') {
    return stride === 1 ? add('identity', {}) : add('factorized-reduce', { filters, preActivation: true });
  }
  const size = Number(operation.at(-1));
  const common = { filters, kernel: size, preActivation: true, activation: 'none' };
  const half = { ...common, innerNorm: false };
  switch (operation.slice(0, -'_3x3'.length)) {
    case 'max_pool':
      return add('max-pool', { size, stride });
    case 'avg_pool':
      return add('avg-pool', { size, stride });
    case 'conv':
      return add('conv', { ...common, stride });
    case 'dil_conv':
      return add('separable', { ...half, stride, dilation: 2 });
    default:
      // Applied twice; the first one has the stride.
      return add('separable', { ...half, stride: 1 }, add('separable', { ...half, stride }, input, `${id}-first`));
  }
}
