import type { Params } from '@cambium/core';
import { edgesTo, opOf, sumNodes } from './edges.js';

/** Whether anything of the cell's input reaches its output: a cell that cuts itself off can't tell images apart. */
export function letsThrough(params: Params): boolean {
  const reached = new Set([0]);
  for (const node of sumNodes) {
    if (edgesTo(node).some((edge) => reached.has(edge[0]) && opOf(params, edge) !== 'none')) reached.add(node);
  }
  return reached.has(3);
}
