'use client';

import { DemoteTrialDocument, PromoteTrialDocument, type PromotionPartsFragment } from '@cambium/graphql';
import { RelativeTime } from '@cambium/ui';
import { Button, Group } from '@mantine/core';
import { type ReactElement, useState } from 'react';
import classes from '../experiment/experiment-view.module.css';
import { useControl } from '../experiment/use-control.js';
import { RetrainDialog } from './retrain-dialog.js';

export interface UseCardProps {
  readonly trial: { readonly id: string; readonly number: number; readonly state: string };
  readonly maxStep: number;
  readonly hasArchitecture: boolean;
  /** As the page was loaded. */
  readonly first: PromotionPartsFragment | null;
}

/** What a person does with a trial that they like: trains it again, or chooses it. */
export function UseCard({ trial, maxStep, hasArchitecture, first }: UseCardProps): ReactElement {
  const { busy, run } = useControl();
  const [promotion, setPromotion] = useState(first);
  const [retraining, setRetraining] = useState(false);
  const isPromoted = promotion?.trial.number === trial.number;
  const toggle = async () => {
    const variables = { id: trial.id };
    const next = isPromoted
      ? await run({ document: DemoteTrialDocument, variables, result: (data) => data.demoteTrial })
      : await run({ document: PromoteTrialDocument, variables, result: (data) => data.promoteTrial });
    if (next) setPromotion(next.promotion);
  };
  return (
    <section className={`card ${classes.full}`} aria-label="Use this trial">
      <h2 className={classes.cardTitle}>Use this trial</h2>
      <Group gap="xs">
        <Button size="xs" variant="default" onClick={() => setRetraining(true)}>
          Train it again…
        </Button>
        {trial.state === 'complete' ? (
          <Button size="xs" variant={isPromoted ? 'default' : 'filled'} loading={busy} onClick={toggle}>
            {isPromoted ? 'Take the promotion back' : 'Promote'}
          </Button>
        ) : null}
      </Group>
      <p className={classes.sentence} aria-live="polite">
        {isPromoted ? (
          <>
            Promoted by {promotion.by}, <RelativeTime at={promotion.at} />.
          </>
        ) : promotion ? (
          `Trial #${promotion.trial.number} is promoted.`
        ) : null}
      </p>
      <RetrainDialog
        trialId={trial.id}
        maxStep={maxStep}
        hasArchitecture={hasArchitecture}
        opened={retraining}
        onClose={() => setRetraining(false)}
      />
    </section>
  );
}
