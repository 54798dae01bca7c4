import { Skeleton, VisuallyHidden } from '@mantine/core';
import type { ReactElement } from 'react';

export default function Loading(): ReactElement {
  return (
    <div aria-busy="true">
      <VisuallyHidden component="output">Loading</VisuallyHidden>
      <Skeleton height={30} width={260} mb="md" />
      <Skeleton height={120} mb="md" />
      <Skeleton height={360} />
    </div>
  );
}
