import type { ArchitectureGraph, Design, ImageContext, TrainingProcedure } from '@cambium/core';
import { defaultArchitecture } from './default-architecture.js';
import { withDropout } from './with-dropout.js';

/** The network of a design: its own or the task's default, with the dropout that its training asks for. */
export function networkOf(
  { arch }: Design,
  context: ImageContext,
  { dropout }: Pick<TrainingProcedure, 'dropout'>,
): ArchitectureGraph {
  const graph = arch ?? defaultArchitecture(context);
  return dropout === undefined ? graph : withDropout(graph, dropout);
}
