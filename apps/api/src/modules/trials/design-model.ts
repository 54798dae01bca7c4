import type { ArchitectureCost } from '@cambium/architectures';
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

export interface AugmentationModel {
  readonly policy: AugmentationPolicy;
  readonly experiment: FrozenExperiment;
}
