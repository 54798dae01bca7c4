import type { TrialPageQuery } from '@cambium/graphql';

export type TrialExperiment = NonNullable<TrialPageQuery['experiment']>;
export type TrialDetail = TrialExperiment['trials']['edges'][number]['node'];
export type AttemptInfo = TrialDetail['attempts'][number];
export type ArtifactInfo = TrialDetail['artifacts'][number];
export type ReportInfo = Pick<TrialDetail['reports'][number], 'step' | 'metrics'>;
