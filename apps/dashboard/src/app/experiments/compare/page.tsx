import { ComparedExperimentsDocument } from '@cambium/graphql';
import type { Metadata } from 'next';
import { type ReactElement, Suspense } from 'react';
import { canBeRead, comparedVariables, parseCompareState } from '../../../features/compare/compare-state.js';
import { CompareView } from '../../../features/compare/compare-view.js';
import { Gate } from '../../../features/shell/gate.js';
import { PreloadQuery } from '../../../lib/apollo/rsc-client.js';
import { readAllSearch, type SearchParams } from '../../../lib/search-params.js';
import Loading from '../../loading.js';

export const metadata: Metadata = { title: 'Compare experiments' };

export default async function ComparePage({
  searchParams,
}: {
  readonly searchParams: SearchParams;
}): Promise<ReactElement> {
  const state = parseCompareState(await readAllSearch(searchParams));
  const view = (
    <Suspense fallback={<Loading />}>
      <CompareView />
    </Suspense>
  );
  return (
    <Gate>
      {canBeRead(state) ? (
        <PreloadQuery query={ComparedExperimentsDocument} variables={comparedVariables(state.ids)}>
          {view}
        </PreloadQuery>
      ) : (
        view
      )}
    </Gate>
  );
}
