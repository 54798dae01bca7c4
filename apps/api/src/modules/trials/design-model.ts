import { type ArchitectureCost, costOf } from '@cambium/architectures';
import type { ArchitectureGraph, AugmentationPolicy, Design, FrozenExperiment } from '@cambium/core';

/** A trial's design and the experiment whose data its augmentations are shown on. */
export interface DesignModel {
  readonly design: Design;
  readonly experiment: FrozenExperiment;
}

export interface ArchitectureModel {
  readonly graph: ArchitectureGraph;
  readonly cost: ArchitectureCost;
}

export function architectureOf({ arch }: Design): ArchitectureModel | null {
  return arch === undefined ? null : { graph: arch, cost: costOf(arch) };
}

export interface AugmentationModel {
  readonly policy: AugmentationPolicy;
  readonly experiment: FrozenExperiment;
}
