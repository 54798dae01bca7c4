import type { Params } from '@cambium/core';
import { edgeParam, edgesTo, nasBench201Ops, opOf, sumNodes } from './edges.js';

/** The benchmark's own text of a cell: `|op~0|+|op~0|op~1|+|op~0|op~1|op~2|`. */
export function nasBench201String(params: Params): string {
  return sumNodes
    .map(
      (node) =>
        `|${edgesTo(node)
          .map((edge) => `${opOf(params, edge)}~${edge[0]}|`)
          .join('')}`,
    )
    .join('+');
}

/** The params of a cell's text. @throws RangeError when it is none */
export function nasBench201Params(text: string): Params {
  const params: Record<string, string> = {};
  const parts = text.split('+');
  for (const node of sumNodes) {
    const ops = parts[node - 1]?.split('|').slice(1, -1) ?? [];
    for (const [place, edge] of edgesTo(node).entries()) {
      const op = nasBench201Ops.find((name) => `${name}~${edge[0]}` === ops[place]);
      if (op !== undefined) params[edgeParam(edge)] = op;
    }
  }
  const isWhole = Object.keys(params).length === 6 && nasBench201String(params) === text;
  if (!isWhole) throw new RangeError(`"${text}" is not a cell of NAS-Bench-201, such as ${example}`);
  return params;
}

const example = '|nor_conv_3x3~0|+|none~0|skip_connect~1|+|avg_pool_3x3~0|nor_conv_1x1~1|nor_conv_3x3~2|';
