import { TrialPageDocument } from '@cambium/graphql';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { type ReactElement, Suspense } from 'react';
import { Gate } from '../../../../../features/shell/gate.js';
import { TrialView } from '../../../../../features/trial/trial-view.js';
import { PreloadQuery } from '../../../../../lib/apollo/rsc-client.js';
import { SentWithPage } from '../../../../../lib/apollo/sent-with-page.js';
import Loading from '../../../../loading.js';

export interface TrialPageProps {
  readonly params: Promise<{ readonly id: string; readonly number: string }>;
}

export async function generateMetadata({ params }: TrialPageProps): Promise<Metadata> {
  return { title: `Trial #${(await params).number}` };
}

export default async function TrialPage({ params }: TrialPageProps): Promise<ReactElement> {
  const { id, number: text } = await params;
  if (!/^\d{1,9}$/.test(text)) notFound();
  const number = Number(text);
  const trial = { experimentId: id, number };
  return (
    <Gate>
      <PreloadQuery query={TrialPageDocument} variables={trial}>
        <SentWithPage variables={[trial]}>
          <Suspense fallback={<Loading />}>
            <TrialView experimentId={id} number={number} />
          </Suspense>
        </SentWithPage>
      </PreloadQuery>
    </Gate>
  );
}
