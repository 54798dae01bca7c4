import type { Params } from '@cambium/core';
import { type CellKind, cellKinds } from '../../cells/cell-network.js';
import { chosen } from '../../space/choice-parameter.js';
import { blockParam, inputChoices, terms } from './cell-parameters.js';
import type { combinations, NasnetCellsSettings, NasnetOp } from './settings.js';

export interface BlockTerm {
  /** 0 and 1 are the cell's inputs, 2 its first block. */
  readonly input: number;
  readonly op: NasnetOp;
}

export interface BlockPlan {
  readonly terms: readonly BlockTerm[];
  readonly combine: (typeof combinations)[number];
}

export type CellsPlan = Readonly<Record<CellKind, readonly BlockPlan[]>>;

export function planCells(params: Params, { ops, combine, blocks }: NasnetCellsSettings): CellsPlan {
  const planOf = (kind: CellKind): BlockPlan[] =>
    Array.from({ length: blocks }, (_, block) => ({
      terms: terms.map((term) => ({
        input: chosen(params, blockParam(kind, block, `${term}.input`), inputChoices(block)),
        op: chosen(params, blockParam(kind, block, `${term}.op`), ops),
      })),
      combine: chosen(params, blockParam(kind, block, 'combine'), combine),
    }));
  return { normal: planOf('normal'), reduction: planOf('reduction') };
}

/** Equal for cells that differ in the order of what is added. */
export function cellsKey(plan: CellsPlan): string {
  const blockKey = ({ terms: both, combine }: BlockPlan) => {
    const texts = both.map(({ input, op }) => `${input}:${op}`);
    return `${combine}(${(combine === 'add' ? texts.sort() : texts).join()})`;
  };
  return JSON.stringify(cellKinds.map((kind) => plan[kind].map(blockKey)));
}
