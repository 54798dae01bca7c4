'use client';

import type { BranchName } from '@cambium/core';
import { ImportancesDocument } from '@cambium/graphql';
import { ImportanceBars } from '@cambium/ui';
import { Skeleton } from '@mantine/core';
import { type ReactElement, Suspense, useDeferredValue } from 'react';
import { usePanelAnswer } from '../../lib/apollo/use-panel-answer.js';
import { PanelBoundary } from '../shell/panel-boundary.js';
import classes from './experiment-view.module.css';

const placeholder = <Skeleton height={200} />;

const branchTitles: Readonly<Record<BranchName, string>> = {
  hp: 'hyperparameters',
  arch: 'architecture',
  aug: 'augmentation',
  train: 'training',
};

export interface ImportancesPanelProps {
  readonly id: string;
  /** Complete trials by now: the server is asked again when a tenth has been added. */
  readonly complete: number;
}

/** What told the best trials from all of them: branches, parameters, and ops of augmentation. */
export function ImportancesPanel({ id, complete }: ImportancesPanelProps): ReactElement {
  const version = useDeferredValue(Math.floor(Math.log(complete) / Math.log(1.1)));
  return (
    <PanelBoundary what="importances">
      {(attempt) => (
        <Suspense fallback={placeholder}>
          <Bars id={id} attempt={attempt + version} />
        </Suspense>
      )}
    </PanelBoundary>
  );
}

function Bars({ id, attempt }: { readonly id: string; readonly attempt: number }): ReactElement | null {
  const { data } = usePanelAnswer(ImportancesDocument, { id }, attempt);
  const found = data.experiment?.importances;
  if (!found) return <p className={classes.sentence}>Too few trials, or too alike, to say what mattered.</p>;
  const { trials, params, branches, ops } = found;
  const named = branches.map((branch) => ({
    ...branch,
    name: branchTitles[branch.name as keyof typeof branchTitles] ?? branch.name,
  }));
  return (
    <>
      {branches.length > 1 ? <ImportanceBars title="Branches" bars={named} /> : null}
      <ImportanceBars title="Parameters" bars={params} />
      {ops.length > 0 ? <ImportanceBars title="Augmentation ops" bars={ops} /> : null}
      <p className={classes.sentence}>
        What sets the best fifth of {trials.toLocaleString('en')} trials apart from all of them (PED-ANOVA). Gray and ≈:
        no clearer than by chance.
      </p>
    </>
  );
}
