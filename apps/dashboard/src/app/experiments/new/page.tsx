import { CatalogDocument } from '@cambium/graphql';
import type { Metadata } from 'next';
import { type ReactElement, Suspense } from 'react';
import { NewExperimentView } from '../../../features/new-experiment/new-experiment-view.js';
import { Gate } from '../../../features/shell/gate.js';
import { PreloadQuery } from '../../../lib/apollo/rsc-client.js';
import Loading from '../../loading.js';

export const metadata: Metadata = { title: 'New experiment' };

export default function NewExperimentPage(): ReactElement {
  return (
    <Gate>
      <PreloadQuery query={CatalogDocument}>
        <Suspense fallback={<Loading />}>
          <NewExperimentView />
        </Suspense>
      </PreloadQuery>
    </Gate>
  );
}
