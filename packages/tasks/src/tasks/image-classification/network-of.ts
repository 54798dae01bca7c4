import type { ArchitectureGraph, Design, ImageContext } from '@cambium/core';
import { defaultArchitecture } from './default-architecture.js';
import { withDropout } from './with-dropout.js';

/** The network of a design: its own or the task's default, with the dropout that the hp branch asks for. */
export function networkOf(design: Design, context: ImageContext): ArchitectureGraph {
  const graph = design.arch ?? defaultArchitecture(context);
  const rate = design.hp?.['dropout'];
  return typeof rate === 'number' ? withDropout(graph, rate) : graph;
}
