'use client';

import { DemoteTrialDocument, PromoteTrialDocument, type PromotionPartsFragment } from '@cambium/graphql';
import { RelativeTime } from '@cambium/ui';
import { Button, Group } from '@mantine/core';
import { type ReactElement, useState } from 'react';
import classes from '../experiment/experiment-view.module.css';
import { useControl } from '../experiment/use-control.js';
import { RetrainDialog } from './retrain-dialog.js';
import type { TrialDetail } from './trial-types.js';
import { useTrialRecord } from './use-trial-record.js';

export interface UseCardProps {
  /** As the page was loaded. */
  readonly trial: Pick<TrialDetail, 'id' | 'number' | 'retrainingRefusal' | 'promotionRefusal'>;
  /** Goes up when what is refused may have changed. */
  readonly revision: number;
  readonly maxStep: number;
  readonly hasArchitecture: boolean;
  /** As the page was loaded. */
  readonly first: PromotionPartsFragment | null;
}

/** What a person does with a trial that they like: trains it again, or chooses it. Nothing where neither can be. */
export function UseCard({ trial, revision, maxStep, hasArchitecture, first }: UseCardProps): ReactElement | null {
  const { retrainingRefusal, promotionRefusal } = useTrialRecord(trial.id, revision) ?? trial;
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
  if (retrainingRefusal !== null && promotionRefusal !== null) return null;
  return (
    <section className={`card ${classes.full}`} aria-label="Use this trial">
      <h2 className={classes.cardTitle}>Use this trial</h2>
      <Group gap="xs">
        {retrainingRefusal === null ? (
          <Button size="xs" variant="default" onClick={() => setRetraining(true)}>
            Train it again…
          </Button>
        ) : null}
        {promotionRefusal === null ? (
          <Button size="xs" variant={isPromoted ? 'default' : 'filled'} loading={busy} onClick={toggle}>
            {isPromoted ? 'Take the promotion back' : 'Promote'}
          </Button>
        ) : null}
      </Group>
      {retrainingRefusal === null ? null : (
        <p className={classes.sentence}>It can’t be trained again: {retrainingRefusal}.</p>
      )}
      {promotionRefusal === null ? null : <p className={classes.sentence}>It can’t be promoted: {promotionRefusal}.</p>}
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
