'use client';

import { useEffect, useState } from 'react';
import type { EventHub } from '../../lib/live/event-hub.js';
import { frontChanges, isFrontReplaced } from './front-changes.js';

interface Versions {
  readonly changed: number;
  readonly replaced: number;
}

export interface FrontVersionOptions {
  /** The event up to which the page is true. */
  readonly lastSeq: number;
  /** Whether only trials on the front are shown: then each change is another list. */
  readonly isFilter: boolean;
}

/** Another number when what is shown of trials must be asked for anew, since the Pareto front has changed. */
export function useFrontVersion(hub: EventHub, { lastSeq, isFilter }: FrontVersionOptions): number {
  const [versions, setVersions] = useState<Versions>({ changed: 0, replaced: 0 });
  useEffect(
    () =>
      hub.listen(lastSeq, {
        batches(batches) {
          const replaced = Number(batches.some(isFrontReplaced));
          const changed = Math.max(replaced, Number(batches.some((batch) => frontChanges(batch).length > 0)));
          if (changed > 0) {
            setVersions((now) => ({ changed: now.changed + changed, replaced: now.replaced + replaced }));
          }
        },
        gap: () => setVersions((now) => ({ changed: now.changed + 1, replaced: now.replaced + 1 })),
      }),
    [hub, lastSeq],
  );
  return isFilter ? versions.changed : versions.replaced;
}
