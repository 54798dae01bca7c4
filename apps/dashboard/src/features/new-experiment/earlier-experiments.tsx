'use client';

import type { ReactElement } from 'react';
import { ExperimentSelect } from '../experiments/experiment-select.js';

export interface EarlierExperimentsProps {
  /** Ids. */
  readonly chosen: readonly string[];
  readonly error: string | undefined;
  readonly onChange: (ids: readonly string[]) => void;
}

/** Experiments whose results the searcher is told. */
export function EarlierExperiments(props: EarlierExperimentsProps): ReactElement {
  return (
    <ExperimentSelect
      {...props}
      label="Earlier experiments"
      description="Their complete trials are told to the searcher, as far as they are points of this space and measured what is asked."
      placeholder="none"
      nothingFoundMessage="No experiment has such a name"
    />
  );
}
