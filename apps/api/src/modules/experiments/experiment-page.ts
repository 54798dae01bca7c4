import type { Experiment, ExperimentFilter, Page } from '@cambium/core';

/** A page of experiments, and what to count when the total is asked for. */
export interface ExperimentPage extends Page<Experiment> {
  readonly workspaceId: string;
  readonly filter?: ExperimentFilter;
}
