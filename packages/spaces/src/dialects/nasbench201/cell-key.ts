import type { Params } from '@cambium/core';
import { edgesTo, opOf, sumNodes } from './edges.js';

/**
 * What the benchmark itself calls isomorphic: its 15,625 cells have 6,466 keys (Dong & Yang 2020, §2.1; the `zero` rule
 * of its published code). A node is the text of what it adds; `skip_connect` hands on a node's text, `none` and whatever
 * follows a node that is none alone is `#`. Some cells of different keys still compute the same, because a `#` stays in a
 * sum and a sum that is handed on is not merged.
 */
export function cellKey(params: Params): string {
  const nodes = ['0'];
  for (const node of sumNodes) {
    const terms = edgesTo(node).map((edge) => {
      const op = opOf(params, edge);
      const from = nodes[edge[0]] ?? '#';
      if (op === 'none' || from === '#') return '#';
      return op === 'skip_connect' ? from : `(${from})@${op}`;
    });
    nodes.push(terms.sort().join('+'));
  }
  return nodes.at(-1) ?? '#';
}
