'use client';

import { EmptyState } from '@cambium/ui';
import { Button } from '@mantine/core';
import type { ReactElement, ReactNode } from 'react';
import type { ShownTrials, ViewState } from './view-state.js';

export const allTrials: ShownTrials = { states: [], kinds: [], between: null, front: false };

export interface NothingShownProps {
  readonly shown: ShownTrials;
  /** What there is none of: `trial`. */
  readonly what: string;
  readonly onShow: (next: Partial<ViewState>) => void;
  /** Said when nothing is filtered out: there is nothing yet. */
  readonly children: ReactNode;
}

/** An empty table or chart says whether it is the filter, and how to see the rest. */
export function NothingShown({ shown, what, onShow, children }: NothingShownProps): ReactNode {
  return isFiltered(shown) ? <FilteredOut what={what} onClear={() => onShow(allTrials)} /> : children;
}

export function isFiltered({ states, kinds, between, front }: ShownTrials): boolean {
  return states.length > 0 || kinds.length > 0 || between !== null || front;
}

function FilteredOut({ what, onClear }: { readonly what: string; readonly onClear: () => void }): ReactElement {
  return (
    <EmptyState
      title={`No ${what} matches`}
      compact
      order={4}
      action={
        <Button size="xs" variant="default" onClick={onClear}>
          Show all trials
        </Button>
      }
    >
      The page shows only the trials that are chosen at its top.
    </EmptyState>
  );
}
