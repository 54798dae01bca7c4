import { ExperimentListDocument } from '@cambium/graphql';
import { type ReactElement, Suspense } from 'react';
import { listVariables, parseListState } from '../features/experiments/list-state.js';
import { ListView } from '../features/experiments/list-view.js';
import { Gate } from '../features/shell/gate.js';
import { PreloadQuery } from '../lib/apollo/rsc-client.js';
import { readSearch, type SearchParams } from '../lib/search-params.js';
import Loading from './loading.js';

export default async function ExperimentsPage({
  searchParams,
}: {
  readonly searchParams: SearchParams;
}): Promise<ReactElement> {
  const state = parseListState(await readSearch(searchParams));
  return (
    <Gate>
      <PreloadQuery query={ExperimentListDocument} variables={listVariables(state)}>
        <Suspense fallback={<Loading />}>
          <ListView />
        </Suspense>
      </PreloadQuery>
    </Gate>
  );
}
