import { type ArchitectureGraph, CambiumError } from '@cambium/core';
import type { Network } from '../models/forward.js';

/** What the model was built from. @throws CambiumError `give-up` for one that was saved without it. */
export function exportedArchitecture({ architecture }: Network, format: string): ArchitectureGraph {
  if (architecture !== undefined) return architecture;
  const why = 'this model was saved without its architecture; train it again';
  throw new CambiumError('give-up', `format "${format}" can't be written: ${why}`);
}
