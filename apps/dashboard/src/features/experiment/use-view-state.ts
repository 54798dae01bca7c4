'use client';

import { useSearchParams } from 'next/navigation';
import { startTransition, useMemo, useOptimistic } from 'react';
import { parseViewState, type ViewState, viewQueryString } from './view-state.js';

/**
 * What the page at a path shows, and how to change it. The URL holds it; the router takes a new URL in its own time, so
 * that a change is shown at once and the URL's answer replaces it when it is there.
 */
export function useViewState(path: string): [ViewState, (next: Partial<ViewState>) => void] {
  const query = useSearchParams();
  const written = useMemo(() => parseViewState((name) => query.get(name)), [query]);
  const [state, showAtOnce] = useOptimistic(written);
  const show = (next: Partial<ViewState>) =>
    startTransition(() => {
      const changed = { ...state, ...next };
      showAtOnce(changed);
      window.history.replaceState(null, '', `${path}${viewQueryString(changed)}`);
    });
  return [state, show];
}
