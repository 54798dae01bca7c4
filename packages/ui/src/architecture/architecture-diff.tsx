import { Table } from '@mantine/core';
import type { ReactElement } from 'react';
import { EmptyState } from '../values/empty-state.js';
import { formatCount, formatParam } from '../values/format-number.js';
import { ScrollRegion } from '../values/scroll-region.js';
import classes from './architecture.module.css';
import { describeAttributes } from './describe-node.js';
import { type DiffRow, diffRows } from './diff-rows.js';
import type { GraphCost, GraphDiff } from './graph-types.js';

export interface ArchitectureDiffProps {
  readonly diff: GraphDiff;
  /** Of the table in CSS pixels. */
  readonly maxHeight?: number;
}

const words = { added: '+ added', removed: '− removed', changed: '~ changed' } as const;

/** What makes one network of another, node by node, and what it costs. */
export function ArchitectureDiff({ diff, maxHeight = 420 }: ArchitectureDiffProps): ReactElement {
  const rows = diffRows(diff);
  if (rows.length === 0) {
    return (
      <EmptyState title="The two architectures are the same" compact order={4}>
        They have the same blocks with the same attributes, joined in the same way.
      </EmptyState>
    );
  }
  return (
    <>
      <p className={classes.cost}>
        {(['added', 'removed', 'changed'] as const).map((kind) => `${diff[kind].length} ${kind}`).join(', ')} ·{' '}
        {costChange(diff, 'params')} parameters · {costChange(diff, 'flops')} FLOPs
      </p>
      <ScrollRegion className={classes.list} maxHeight={maxHeight} label="Differences of the architectures">
        <Table stickyHeader fz="xs" verticalSpacing={4} aria-label="Differences of the architectures">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Change</Table.Th>
              <Table.Th>Node</Table.Th>
              <Table.Th>Block</Table.Th>
              <Table.Th>Attributes</Table.Th>
              <Table.Th ta="right">Params</Table.Th>
              <Table.Th ta="right">FLOPs</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map((row) => (
              <Table.Tr key={`${row.kind} ${row.node.id}`} data-change={row.kind}>
                <Table.Td className={classes.change}>{words[row.kind]}</Table.Td>
                <Table.Td className={classes.id}>
                  {row.formerId === null ? '' : `${row.formerId} → `}
                  {row.node.id}
                </Table.Td>
                <Table.Td>{row.node.block}</Table.Td>
                <Table.Td>{whatOf(row)}</Table.Td>
                <Table.Td ta="right">{signed(row.params)}</Table.Td>
                <Table.Td ta="right">{signed(row.flops)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </ScrollRegion>
    </>
  );
}

/** `kernel 3 → 5 · inputs a → b`, or all attributes of a node that only one of the networks has. */
function whatOf({ kind, node, values, inputs }: DiffRow): string {
  if (kind !== 'changed') return describeAttributes(node.attributes);
  const named = values.map(({ name, from, to }) => `${name} ${formatParam(from)} → ${formatParam(to)}`);
  const wired = inputs === null ? [] : [`inputs ${idList(inputs.from)} → ${idList(inputs.to)}`];
  return [...named, ...wired].join(' · ');
}

function idList(ids: readonly string[]): string {
  return ids.length === 0 ? 'none' : ids.join(', ');
}

/** `430 → 512 (+82)`. */
function costChange({ from, to }: GraphDiff, name: keyof Pick<GraphCost, 'params' | 'flops'>): string {
  return `${formatCount(from[name])} → ${formatCount(to[name])} (${signed(to[name] - from[name])})`;
}

function signed(value: number): string {
  if (value === 0) return '±0';
  return `${value > 0 ? '+' : '−'}${formatCount(Math.abs(value))}`;
}
