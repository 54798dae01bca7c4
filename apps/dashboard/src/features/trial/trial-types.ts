import type { TrialPageQuery } from '@cambium/graphql';

export type TrialExperiment = NonNullable<TrialPageQuery['experiment']>;
export type TrialDetail = NonNullable<TrialPageQuery['trialByNumber']>;
export type AttemptInfo = TrialDetail['attempts'][number];
export type ArtifactInfo = TrialDetail['artifacts'][number];
export type ReportInfo = Pick<TrialDetail['reports'][number], 'step' | 'metrics'>;
