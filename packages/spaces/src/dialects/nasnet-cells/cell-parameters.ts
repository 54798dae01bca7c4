import type { Parameter, ParamValue } from '@cambium/core';
import { type CellKind, cellKinds } from '../../cells/cell-network.js';
import { choiceParameter } from '../../space/choice-parameter.js';
import type { NasnetCellsSettings } from './settings.js';

/** The two things that a block combines. */
export const terms = ['first', 'second'] as const;

export type BlockField = 'combine' | `${(typeof terms)[number]}.${'input' | 'op'}`;

/** Full name of a field of block `block` (from 0). */
export function blockParam(kind: CellKind, block: number, field: BlockField): string {
  return `arch.${kind}.block.${block}.${field}`;
}

/** What block `block` may take: the cell's inputs are 0 and 1, then come the blocks before it. */
export function inputChoices(block: number): number[] {
  return Array.from({ length: block + 2 }, (_, i) => i);
}

export function cellParameters(settings: NasnetCellsSettings): Parameter[] {
  const { ops, combine, blocks } = settings;
  const choice = (name: string, choices: readonly ParamValue[]) =>
    choiceParameter({ name, branch: 'arch', choices, kind: 'categorical' });
  return cellKinds.flatMap((kind) =>
    Array.from({ length: blocks }, (_, block) => [
      ...terms.flatMap((term) => [
        ...choice(blockParam(kind, block, `${term}.input`), inputChoices(block)),
        ...choice(blockParam(kind, block, `${term}.op`), ops),
      ]),
      ...choice(blockParam(kind, block, 'combine'), combine),
    ]).flat(),
  );
}
