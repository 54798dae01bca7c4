import { ExperimentHistoryDocument, ExperimentPageDocument, TrialWindowDocument } from '@cambium/graphql';
import type { Metadata } from 'next';
import { type ReactElement, Suspense } from 'react';
import { ExperimentView } from '../../../features/experiment/experiment-view.js';
import { historyVariables, parseViewState, windowVariables } from '../../../features/experiment/view-state.js';
import { Gate } from '../../../features/shell/gate.js';
import { PreloadQuery } from '../../../lib/apollo/rsc-client.js';
import { SentWithPage } from '../../../lib/apollo/sent-with-page.js';
import { readSearch, type SearchParams } from '../../../lib/search-params.js';
import Loading from '../../loading.js';

export const metadata: Metadata = { title: 'Experiment' };

export interface ExperimentPageProps {
  readonly params: Promise<{ readonly id: string }>;
  readonly searchParams: SearchParams;
}

export default async function ExperimentPage({ params, searchParams }: ExperimentPageProps): Promise<ReactElement> {
  const { id } = await params;
  const view = parseViewState(await readSearch(searchParams));
  const experiment = { id };
  const history = historyVariables(id, view);
  const trials = windowVariables(id, view);
  return (
    <Gate>
      <PreloadQuery query={ExperimentPageDocument} variables={experiment}>
        <PreloadQuery query={ExperimentHistoryDocument} variables={history}>
          <PreloadQuery query={TrialWindowDocument} variables={trials}>
            <SentWithPage variables={[experiment, history, trials]}>
              <Suspense fallback={<Loading />}>
                <ExperimentView id={id} />
              </Suspense>
            </SentWithPage>
          </PreloadQuery>
        </PreloadQuery>
      </PreloadQuery>
    </Gate>
  );
}
