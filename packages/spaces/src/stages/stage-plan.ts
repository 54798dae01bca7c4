import type { Gate, JsonObject } from '@cambium/core';

/** What may stand in a block's place: a block, or nothing. */
export type BlockChoice =
  | { readonly kind: 'block'; readonly name: string; readonly block: string; readonly attributes: JsonObject }
  | { readonly kind: 'skip'; readonly name: 'skip' };

/** Nothing in a block's place: its input is handed on. */
export const skipChoice: BlockChoice = { kind: 'skip', name: 'skip' };

export interface BlockOption {
  readonly choice: BlockChoice;
  /** In a supergraph: when it is there. */
  readonly gate?: Gate | undefined;
}

/** One place in a stage. */
export interface BlockPlan {
  /** One in a design, all in a supergraph. */
  readonly options: readonly BlockOption[];
  /** Its input is added to its output. */
  readonly residual: boolean;
}

export interface StagePlan {
  readonly width: number;
  /** It starts by halving the resolution, where that leaves 2×2 pixels. */
  readonly halves: boolean;
  readonly blocks: readonly BlockPlan[];
}

/** The first block of a later stage changes the shape; the stem gives the first stage its width already. */
export function keepsShape(stage: number, block: number): boolean {
  return stage === 0 || block > 0;
}

/** All choices of a place, each with its gate on `param` where there are several. */
export function gatedOptions(choices: readonly BlockChoice[], param: string): BlockOption[] {
  return choices.map((choice) => (choices.length < 2 ? { choice } : { choice, gate: { param, value: choice.name } }));
}

/** Equal for equal networks: it makes no difference which of a stage's equal places is left out. */
export function planKey(stages: readonly StagePlan[]): string {
  return JSON.stringify(
    stages.map(({ width, blocks }) => [
      width,
      ...blocks.flatMap(({ options: [option], residual }) => {
        if (option === undefined || handsOn(option.choice, residual)) return [];
        return [`${option.choice.name}${residual ? '+' : ''}`];
      }),
    ]),
  );
}

function handsOn(choice: BlockChoice, residual: boolean): boolean {
  return choice.kind === 'skip' || (choice.block === 'identity' && !residual);
}
