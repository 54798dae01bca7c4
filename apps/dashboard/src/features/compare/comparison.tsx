'use client';

import type { ComparedExperimentFragment } from '@cambium/graphql';
import { EmptyState } from '@cambium/ui';
import { Button } from '@mantine/core';
import Link from 'next/link';
import { type ReactElement, useState } from 'react';
import { CompareDialog } from './compare-dialog.js';
import { type CompareState, mostCompared } from './compare-state.js';
import { ComparedTogether } from './compared-together.js';
import { DifferentGoals } from './different-goals.js';
import { Note } from './note.js';
import { sameGoal } from './same-goal.js';
import { useLiveComparison } from './use-live-comparison.js';

export interface ComparisonProps extends CompareState {
  /** Another number asks again, after an error. */
  readonly attempt: number;
  readonly onShow: (next: Partial<CompareState>) => void;
}

/** The comparison of the experiments that are there; what to do where some are not, or can't be compared. */
export function Comparison({ ids, by, attempt, onShow }: ComparisonProps): ReactElement {
  const experiments = useLiveComparison(ids, attempt);
  const [choosing, setChoosing] = useState(false);
  const there = experiments.map(({ id }) => id);
  const missing = ids.length - there.length;
  const remove = (id: string) => onShow({ ids: ids.filter((each) => each !== id) });
  const add = (
    <Button
      size="xs"
      variant="default"
      disabled={ids.length >= mostCompared}
      title={`At most ${mostCompared} at a time`}
      onClick={() => setChoosing(true)}
    >
      Add experiments…
    </Button>
  );
  return (
    <>
      {missing > 0 && there.length > 0 ? (
        <Note title={`${missing} of ${ids.length} experiments are not there`}>
          The link may be wrong, or they are of another workspace. The others are shown.{' '}
          <Button size="compact-xs" variant="default" onClick={() => onShow({ ids: there })}>
            Leave them out
          </Button>
        </Note>
      ) : null}
      <Content experiments={experiments} by={by} add={add} onBy={(next) => onShow({ by: next })} onRemove={remove} />
      <CompareDialog
        compared={ids}
        objective={experiments[0]?.objectives[0]}
        opened={choosing}
        onClose={() => setChoosing(false)}
        onChoose={(chosen) => onShow({ ids: [...ids, ...chosen] })}
      />
    </>
  );
}

interface ContentProps {
  readonly experiments: readonly ComparedExperimentFragment[];
  readonly by: CompareState['by'];
  readonly add: ReactElement;
  readonly onBy: (by: CompareState['by']) => void;
  readonly onRemove: (id: string) => void;
}

function Content(props: ContentProps): ReactElement {
  const { experiments, add, onRemove } = props;
  const [first] = experiments;
  if (!first) {
    return (
      <EmptyState title="None of these experiments is there">
        The link may be wrong, or they are of another workspace. <Link href="/">See all experiments</Link>.
      </EmptyState>
    );
  }
  if (experiments.length === 1) {
    return (
      <EmptyState title="One experiment alone" action={add}>
        Choose those to compare <Link href={`/experiments/${first.id}`}>{first.name}</Link> with.
      </EmptyState>
    );
  }
  const goal = sameGoal(experiments);
  return goal ? (
    <ComparedTogether {...props} goal={goal} />
  ) : (
    <DifferentGoals experiments={experiments} onRemove={onRemove} />
  );
}
