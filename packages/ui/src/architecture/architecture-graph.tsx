import { SegmentedControl } from '@mantine/core';
import { type ReactElement, useMemo, useState } from 'react';
import { formatBytes, formatCount } from '../values/format-number.js';
import classes from './architecture.module.css';
import { ArchitectureFlow } from './architecture-flow.js';
import { ArchitectureList } from './architecture-list.js';
import { collapseGroups } from './collapse-groups.js';
import type { GraphCost, GraphNode } from './graph-types.js';
import { graphNodeLimit } from './layout-graph.js';

type View = 'stages' | 'layers' | 'list';

export interface ArchitectureGraphProps {
  /** In topological order. */
  readonly nodes: readonly GraphNode[];
  readonly cost: GraphCost;
  /** Of the drawing in CSS pixels. */
  readonly height?: number;
}

/** A network by stage, by layer, or as a list; its cost in one line. */
export function ArchitectureGraph({ nodes, cost, height = 260 }: ArchitectureGraphProps): ReactElement {
  const stages = useMemo(() => collapseGroups(nodes), [nodes]);
  const [view, setView] = useState<View>(stages.length < nodes.length ? 'stages' : 'layers');
  const drawn = view === 'stages' ? stages : nodes;
  return (
    <div>
      <div className={classes.head}>
        <span className={classes.cost}>
          {nodes.length} blocks · {formatCount(cost.params)} parameters · {formatCount(cost.flops)} FLOPs ·{' '}
          {formatBytes(cost.activationBytes)} activations
        </span>
        <SegmentedControl
          size="xs"
          aria-label="Architecture view"
          value={view}
          onChange={(next) => setView(next as View)}
          data={[
            { value: 'stages', label: 'Stages' },
            { value: 'layers', label: 'Layers' },
            { value: 'list', label: 'List' },
          ]}
        />
      </div>
      {view === 'list' || drawn.length > graphNodeLimit ? (
        <ArchitectureList nodes={nodes} height={height} />
      ) : (
        <ArchitectureFlow nodes={drawn} height={height} />
      )}
    </div>
  );
}
