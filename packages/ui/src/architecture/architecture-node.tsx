import { Handle, type NodeProps, Position } from '@xyflow/react';
import type { ReactElement } from 'react';
import { formatCount, formatShape } from '../values/format-number.js';
import classes from './architecture.module.css';
import { describeAttributes, nodeSentence } from './describe-node.js';
import type { GraphNode } from './graph-types.js';

/** CSS pixels; the layout needs to know them before anything is drawn. */
export const nodeSize = { width: 150, height: 74 };

/** A block: its name, attributes, output shape and cost. */
export function ArchitectureNode({ data }: NodeProps): ReactElement {
  const node = data.node as GraphNode;
  const summary = node.attributes.blocks;
  return (
    <div className={classes.node} data-free={node.params === 0} title={nodeSentence(node)}>
      <Handle type="target" position={Position.Left} className={classes.handle} isConnectable={false} />
      <div className={classes.name}>{node.block}</div>
      <div className={classes.quiet}>
        {typeof summary === 'string' ? summary : describeAttributes(node.attributes) || '—'}
      </div>
      <div>→ {formatShape(node.shape)}</div>
      <div className={classes.quiet}>
        {formatCount(node.params)} par · {formatCount(node.flops)} FLOPs
      </div>
      <Handle type="source" position={Position.Right} className={classes.handle} isConnectable={false} />
    </div>
  );
}
