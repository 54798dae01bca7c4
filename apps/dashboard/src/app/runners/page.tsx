import { RunnerListDocument } from '@cambium/graphql';
import type { Metadata } from 'next';
import { type ReactElement, Suspense } from 'react';
import { RunnersView } from '../../features/runners/runners-view.js';
import { Gate } from '../../features/shell/gate.js';
import { PreloadQuery } from '../../lib/apollo/rsc-client.js';
import Loading from '../loading.js';

export const metadata: Metadata = { title: 'Runners' };

export default function RunnersPage(): ReactElement {
  return (
    <Gate>
      <PreloadQuery query={RunnerListDocument}>
        <Suspense fallback={<Loading />}>
          <RunnersView />
        </Suspense>
      </PreloadQuery>
    </Gate>
  );
}
