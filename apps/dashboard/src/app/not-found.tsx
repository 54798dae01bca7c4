import { EmptyState } from '@cambium/ui';
import type { Metadata } from 'next';
import Link from 'next/link';
import type { ReactElement } from 'react';

export const metadata: Metadata = { title: 'Not found' };

export default function NotFound(): ReactElement {
  return (
    <EmptyState title="There is nothing here" order={1}>
      The link may be wrong, or it is of an experiment of another workspace. <Link href="/">See all experiments</Link>.
    </EmptyState>
  );
}
