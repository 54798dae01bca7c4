'use client';

import { useQuery } from '@apollo/client/react';
import { AugmentationExamplesDocument } from '@cambium/graphql';
import { ImagePairs } from '@cambium/ui';
import { Button, Skeleton, Text } from '@mantine/core';
import { type ReactElement, useState } from 'react';

export interface AugmentationExamplesProps {
  readonly trialId: string;
  /** Only this op of the policy; null: all of it. */
  readonly op: string | null;
  /** Share of the training that is over, in [0, 1]. */
  readonly progress: number;
}

/** Real training images before and after the policy; another draw at a click. */
export function AugmentationExamples({ trialId, op, progress }: AugmentationExamplesProps): ReactElement | null {
  const [seed, setSeed] = useState(0);
  const { data, error, previousData } = useQuery(AugmentationExamplesDocument, {
    variables: { trialId, count: 8, seed, op, progress },
    ssr: false,
    fetchPolicy: 'no-cache',
  });
  const examples = (data ?? previousData)?.trial?.design.augmentation?.examples;
  if (error) {
    return (
      <Text size="sm" c="var(--cambium-quiet)">
        The examples can't be drawn: {error.message}
      </Text>
    );
  }
  if (!examples) return <Skeleton height={84} />;
  if (examples.length === 0) return null;
  return (
    <>
      <ImagePairs
        pairs={examples}
        label={`Training images before and after ${op === null ? 'augmentation' : `the op ${op}`}`}
      />
      <Button size="compact-xs" variant="default" mt="xs" onClick={() => setSeed(seed + 1)}>
        Other images
      </Button>
    </>
  );
}
