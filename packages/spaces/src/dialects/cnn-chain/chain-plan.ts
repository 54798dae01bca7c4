import type { Params } from '@cambium/core';
import { stageWidths } from '../../schema/stage-widths.js';
import { chosen } from '../../space/choice-parameter.js';
import { stageParam } from './chain-parameters.js';
import { type BlockType, type CnnChainSettings, skipChoices, stageRange } from './settings.js';

/** One block of a chain, with nothing in it that doesn't matter. */
export interface BlockPlan {
  readonly type: BlockType;
  readonly kernel: number;
  /** Of an inverted residual. */
  readonly expansion?: number;
  /** Its input is added to its output. */
  readonly skip: boolean;
}

export interface StagePlan {
  readonly width: number;
  readonly blocks: readonly BlockPlan[];
}

/** What params say, before the task's input shape is known. Equal plans build equal networks for every input shape. */
export function planChain(params: Params, settings: CnnChainSettings): readonly StagePlan[] {
  const [fewest, most] = stageRange(settings);
  const stages = typeof params['arch.stages'] === 'number' ? params['arch.stages'] : fewest;
  return Array.from({ length: Math.min(most, stages) }, (_, stage) => planStage(params, settings, stage));
}

function planStage(params: Params, settings: CnnChainSettings, stage: number): StagePlan {
  const of = (what: string) => stageParam(stage, what);
  const type = chosen(params, of('block'), settings.blockTypes);
  const kernel = chosen(params, of('kernel'), settings.kernels);
  const skip = chosen(params, of('skip'), skipChoices(settings));
  const inside =
    type === 'inverted-residual' ? { expansion: chosen(params, of('expansion'), settings.expansions) } : {};
  return {
    width: chosen(params, of('width'), stageWidths(settings, stage)),
    blocks: Array.from({ length: chosen(params, of('blocks'), settings.blocks) }, (_, index) => ({
      type,
      kernel,
      ...inside,
      // The first block of a later stage changes the shape; the stem gives the first stage its width already.
      skip: skip && (stage === 0 || index > 0),
    })),
  };
}
