'use client';

import { useQuery } from '@apollo/client/react';
import { ScaledCostDocument } from '@cambium/graphql';
import { formatCount } from '@cambium/ui';
import { Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import type { ReactElement } from 'react';

export interface ScaledCostProps {
  readonly trialId: string;
  readonly width: number;
  readonly depth: number;
  readonly resolution: number;
}

const pauseMs = 300;

/** What the network costs before and after it is scaled, or why it can't be, a moment after the last change. */
export function ScaledCost({ trialId, width, depth, resolution }: ScaledCostProps): ReactElement {
  // As text: equal factors are an equal value.
  const factors = [width, depth, resolution].join();
  const [settled] = useDebouncedValue(factors, pauseMs);
  const [w = 1, d = 1, r = 1] = settled.split(',').map(Number);
  const { data, error, previousData } = useQuery(ScaledCostDocument, {
    variables: { id: trialId, width: w, depth: d, resolution: r },
    ssr: false,
  });
  const isCurrent = factors === settled && Boolean(data ?? error);
  const before = (data ?? previousData)?.trial?.design.architecture;
  const [issue] = before?.scaled.errors ?? [];
  const after = before?.scaled.architecture;
  const told = error ? [`Its cost is not known: ${error.message}`] : issue ? [issue.message] : [];
  if (!error && before && after) {
    told.push(
      `Parameters ${costChange(before.params, after.params)}`,
      `FLOPs ${costChange(before.flops, after.flops)}`,
    );
  }
  return (
    <Text
      component="div"
      size="sm"
      mih="3.1em"
      aria-live="polite"
      aria-busy={!isCurrent}
      c={issue || error ? 'var(--mantine-color-error)' : 'var(--cambium-quiet)'}
    >
      {told.map((line) => (
        <div key={line}>{line}</div>
      ))}
    </Text>
  );
}

/** `12.3k → 24.9k (× 2.02)`, or the one value where nothing changes. */
function costChange(before: number, after: number): string {
  if (before === after) return formatCount(before);
  return `${formatCount(before)} → ${formatCount(after)} (× ${Number((after / before).toPrecision(3))})`;
}
