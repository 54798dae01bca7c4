'use client';

import type { ComparedExperimentFragment } from '@cambium/graphql';
import { EmptyState } from '@cambium/ui';
import { Button, VisuallyHidden } from '@mantine/core';
import Link from 'next/link';
import type { ReactElement } from 'react';
import classes from './compare.module.css';
import { goalText } from './same-goal.js';

export interface DifferentGoalsProps {
  readonly experiments: readonly ComparedExperimentFragment[];
  readonly onRemove: (id: string) => void;
}

/** Instead of a comparison of what can't be compared: which of them has which goal. */
export function DifferentGoals({ experiments, onRemove }: DifferentGoalsProps): ReactElement {
  return (
    <section className="card" aria-label="Objectives">
      <EmptyState title="They search for different things" compact>
        Only experiments with the same first objective can be compared. Remove those that have another one.
      </EmptyState>
      <ul className={classes.goals}>
        {experiments.map((each) => (
          <li key={each.id}>
            <Link href={`/experiments/${each.id}`}>{each.name}</Link>
            <span>{goalText(each)}</span>
            <Button size="compact-xs" variant="default" onClick={() => onRemove(each.id)}>
              Remove<VisuallyHidden>&nbsp;{each.name}</VisuallyHidden>
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
