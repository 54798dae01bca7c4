import { fusedOps } from './fused-ops.js';
import { layerOps } from './layer-ops.js';
import { tensorOps } from './tensor-ops.js';
import type { TfOpCase } from './tf-op-case.js';
import { windowOps } from './window-ops.js';

/** Every op that building, training and evaluating a network uses. */
export const opTable: readonly TfOpCase[] = [...windowOps, ...fusedOps, ...layerOps, ...tensorOps];
