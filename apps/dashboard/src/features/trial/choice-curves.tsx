'use client';

import { SmallMultiples } from '@cambium/ui';
import { type ReactElement, useMemo } from 'react';
import classes from '../experiment/experiment-view.module.css';
import { choicePlots } from './choice-plots.js';
import type { ReportInfo, TrialExperiment } from './trial-types.js';

export interface ChoiceCurvesProps {
  readonly metric: TrialExperiment['metrics'][number];
  readonly parameters: TrialExperiment['parameters'];
  readonly reports: readonly ReportInfo[];
}

/** How the values of each choice fare against each other, step by step; nothing where a trial does not report it. */
export function ChoiceCurves({ metric, parameters, reports }: ChoiceCurvesProps): ReactElement | null {
  const { name, description, unit } = metric;
  const plots = useMemo(() => choicePlots(reports, { metric: name, parameters }), [reports, name, parameters]);
  if (plots.length === 0) return null;
  return (
    <section className={`card ${classes.full}`} aria-label={`Choices by ${name}`}>
      <h2 className={classes.cardTitle}>Choices</h2>
      <p className={classes.sentence}>{description}.</p>
      <SmallMultiples title={`${name} by choice`} x={{ label: 'Step' }} y={{ label: name, unit }} plots={plots} />
    </section>
  );
}
