import type { ExperimentPageQuery, TrialDesignFragment } from '@cambium/graphql';

/** The experiment as the page first gets it. */
export type ExperimentSnapshot = NonNullable<ExperimentPageQuery['experiment']>;
export type MetricInfo = ExperimentSnapshot['metrics'][number];
export type TrialDesignInfo = TrialDesignFragment['design'];
