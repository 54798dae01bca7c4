import { Table } from '@mantine/core';
import type { ReactElement } from 'react';
import { formatCount, formatShape } from '../values/format-number.js';
import { ScrollRegion } from '../values/scroll-region.js';
import classes from './architecture.module.css';
import { describeAttributes } from './describe-node.js';
import type { GraphNode } from './graph-types.js';

/** The same graph as a table, in topological order. */
export function ArchitectureList({
  nodes,
  height,
}: {
  readonly nodes: readonly GraphNode[];
  height: number;
}): ReactElement {
  return (
    <ScrollRegion className={classes.list} maxHeight={height} label="Architecture as a list">
      <Table stickyHeader fz="xs" verticalSpacing={4} striped>
        <Table.Thead>
          <Table.Tr>
            {['Block', 'Attributes', 'Stage', 'Inputs', 'Output', 'Params', 'FLOPs'].map((title) => (
              <Table.Th key={title}>{title}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {nodes.map((node) => (
            <Table.Tr key={node.id}>
              <Table.Td title={node.id}>{node.block}</Table.Td>
              <Table.Td>{describeAttributes(node.attributes)}</Table.Td>
              <Table.Td>{node.group ?? ''}</Table.Td>
              <Table.Td>{node.inputs.join(', ')}</Table.Td>
              <Table.Td>{formatShape(node.shape)}</Table.Td>
              <Table.Td>{formatCount(node.params)}</Table.Td>
              <Table.Td>{formatCount(node.flops)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ScrollRegion>
  );
}
