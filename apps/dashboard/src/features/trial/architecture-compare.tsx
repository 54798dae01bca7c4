'use client';

import { useQuery } from '@apollo/client/react';
import {
  ArchitectureDiffDocument,
  NearTrialsDocument,
  type NodePartsFragment,
  type TrialRowFragment,
} from '@cambium/graphql';
import { ArchitectureDiff, type GraphDiff, type GraphNode } from '@cambium/ui';
import { Button, Group, NumberInput, Skeleton, Text } from '@mantine/core';
import Link from 'next/link';
import { type ReactElement, useMemo, useState } from 'react';
import { jsonRecord } from '../../lib/json-record.js';
import classes from '../experiment/experiment-view.module.css';
import { nearRange, otherTrial } from './other-trial.js';

export interface ArchitectureCompareProps {
  readonly experimentId: string;
  readonly trial: Pick<TrialRowFragment, 'id' | 'number' | 'mode' | 'params'>;
  /** Number of the experiment's best trial. */
  readonly best: number | null;
  readonly trialCount: number;
  readonly hrefOf: (number: number) => string;
}

/** What makes this trial's network of that of another one, which a person names; the best if they don't. */
export function ArchitectureCompare(props: ArchitectureCompareProps): ReactElement {
  const { trial, best, trialCount, hrefOf } = props;
  const proposed = useProposal(props);
  const [own, setTyped] = useState<number | string | null>(null);
  const typed = own ?? proposed ?? '';
  const [asked, setAsked] = useState<number | null>(null);
  const isNumber = typeof typed === 'number' && Number.isInteger(typed) && typed >= 0 && typed < trialCount;
  return (
    <section className={classes.section} aria-label="Comparison of architectures">
      <h3>Compare with</h3>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (isNumber) setAsked(typed);
        }}
      >
        <Group gap="xs" align="start">
          <NumberInput
            aria-label="Trial to compare with"
            size="xs"
            w={96}
            prefix="#"
            min={0}
            max={trialCount - 1}
            allowDecimal={false}
            allowNegative={false}
            value={typed}
            onChange={setTyped}
            error={isNumber || typed === '' ? undefined : `0 to ${trialCount - 1}`}
          />
          <Button type="submit" size="xs" variant="default" disabled={!isNumber}>
            Compare
          </Button>
          {best !== null && best !== trial.number && typed !== best ? (
            <Button size="xs" variant="subtle" onClick={() => setTyped(best)}>
              The best, #{best}
            </Button>
          ) : null}
        </Group>
      </form>
      {asked === null ? null : (
        <div aria-live="polite">
          <p className={classes.sentence} style={{ marginTop: 8 }}>
            From the architecture of <Link href={hrefOf(asked)}>#{asked}</Link> to that of #{trial.number}
          </p>
          <Differences trialId={trial.id} from={asked} />
        </div>
      )}
    </section>
  );
}

/** The number of the trial to compare with; null: none, or not known yet. */
function useProposal({ experimentId, trial, best }: ArchitectureCompareProps): number | null {
  const isOther = best !== null && best !== trial.number;
  const variables = { experimentId, ...nearRange(trial.number) };
  const { data } = useQuery(NearTrialsDocument, { variables, skip: isOther, ssr: false });
  const near = data?.experiment?.trials.edges.map(({ node }) => node) ?? [];
  return otherTrial(trial, best, near);
}

function Differences({ trialId, from }: { readonly trialId: string; readonly from: number }): ReactElement {
  const { data, error } = useQuery(ArchitectureDiffDocument, { variables: { trialId, from }, ssr: false });
  const found = data?.trial?.architectureDiff;
  const diff = useMemo<GraphDiff | null>(() => {
    if (!found) return null;
    const { removed, added, changed } = found;
    return {
      ...found,
      removed: removed.map(toNode),
      added: added.map(toNode),
      changed: changed.map((change) => ({ ...change, from: toNode(change.from), to: toNode(change.to) })),
    };
  }, [found]);
  if (diff) return <ArchitectureDiff diff={diff} />;
  if (!data && !error) return <Skeleton height={160} />;
  return (
    <Text size="sm" c="var(--cambium-quiet)">
      {error ? `They can't be compared: ${error.message}` : `Trial #${from} has no architecture.`}
    </Text>
  );
}

function toNode(node: NodePartsFragment): GraphNode {
  return { ...node, attributes: jsonRecord(node.attributes) };
}
