'use client';

import { EmptyState } from '@cambium/ui';
import { Button } from '@mantine/core';
import Link from 'next/link';
import { useSearchParams } from 'next/navigation';
import { type ReactElement, Suspense, useDeferredValue } from 'react';
import Loading from '../../app/loading.js';
import { PanelBoundary } from '../shell/panel-boundary.js';
import classes from './compare.module.css';
import { type CompareState, canBeRead, compareHref, mostCompared, parseCompareState } from './compare-state.js';
import { Comparison } from './comparison.js';

/** Which of several searches got further for the same device time. What is compared lives in the URL. */
export function CompareView(): ReactElement {
  const query = useSearchParams();
  const state = parseCompareState((name) => query.getAll(name));
  const shown = useDeferredValue(state, state);
  const show = (next: Partial<CompareState>) =>
    window.history.replaceState(null, '', compareHref({ ...state, ...next }));
  return (
    <>
      <nav aria-label="Breadcrumb" className={classes.crumbs}>
        <Link href="/">Experiments</Link>
      </nav>
      <h1 className={classes.heading}>Compare experiments</h1>
      {canBeRead(shown) ? (
        <PanelBoundary what="comparison">
          {(attempt) => (
            <Suspense fallback={<Loading />}>
              <Comparison key={shown.ids.join(' ')} attempt={attempt} ids={shown.ids} by={state.by} onShow={show} />
            </Suspense>
          )}
        </PanelBoundary>
      ) : (
        <WrongNumber state={shown} />
      )}
    </>
  );
}

function WrongNumber({ state }: { readonly state: CompareState }): ReactElement {
  if (state.ids.length === 0) {
    return (
      <EmptyState title="No experiment is chosen">
        Open one of <Link href="/">your experiments</Link>, press Compare… there and choose those to compare it with.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      title={`${state.ids.length} experiments are too many`}
      action={
        <Button component={Link} href={compareHref({ ...state, ids: state.ids.slice(0, mostCompared) })} mt="xs">
          Compare the first {mostCompared}
        </Button>
      }
    >
      At most {mostCompared} can be compared at a time: more lines can’t be told apart.
    </EmptyState>
  );
}
