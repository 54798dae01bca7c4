import type { Params } from '@cambium/core';
import { stageWidths } from '../../schema/stage-widths.js';
import { chosen } from '../../space/choice-parameter.js';
import { type BlockPlan, gatedOptions, keepsShape, type StagePlan } from '../../stages/stage-plan.js';
import { blockChoices, mobileBlock } from './block-choice.js';
import type { MobileBlocksSettings } from './settings.js';
import { blockParam, stageParam } from './stage-parameters.js';

const count = <T>(length: number, at: (index: number) => T): T[] => Array.from({ length }, (_, index) => at(index));

/** What params say, before the task's input shape is known. */
export function planStages(params: Params, settings: MobileBlocksSettings): readonly StagePlan[] {
  return count(settings.stages, (stage) => ({
    width: chosen(params, stageParam(stage, 'width'), stageWidths(settings, stage)),
    halves: stage > 0,
    blocks: settings.choose === 'stage' ? alike(params, settings, stage) : oneByOne(params, settings, stage),
  }));
}

function alike(params: Params, settings: MobileBlocksSettings, stage: number): BlockPlan[] {
  const of = (what: string, choices: readonly number[]) => chosen(params, stageParam(stage, what), choices);
  const block = {
    kernel: of('kernel', settings.kernels),
    expansion: of('expansion', settings.expansions),
    squeezeExcite: of('squeezeExcite', settings.squeezeExcite),
  };
  const residual =
    settings.residual === 'search' ? params[stageParam(stage, 'residual')] === true : settings.residual === 'always';
  return count(of('depth', settings.depths), (place) => ({
    options: [{ choice: mobileBlock(block, settings) }],
    residual: residual && keepsShape(stage, place),
  }));
}

function oneByOne(params: Params, settings: MobileBlocksSettings, stage: number): BlockPlan[] {
  return wholeStage(settings, stage).map(({ options, ...plan }, place) => {
    const names = options.map(({ choice }) => choice.name);
    const name = chosen(params, blockParam(stage, place), names);
    return { ...plan, options: options.filter(({ choice }) => choice.name === name) };
  });
}

function wholeStage(settings: MobileBlocksSettings, stage: number): BlockPlan[] {
  return count(Math.max(...settings.depths), (place) => ({
    options: gatedOptions(blockChoices(settings, place), blockParam(stage, place)),
    residual: settings.residual === 'always' && keepsShape(stage, place),
  }));
}

/** Every option of every block; undefined where a stage's width or a whole stage is chosen, which changes shapes. */
export function wholeStages(settings: MobileBlocksSettings): readonly StagePlan[] | undefined {
  if (settings.choose === 'stage') return undefined;
  const widths = count(settings.stages, (stage) => stageWidths(settings, stage));
  if (widths.some(({ length }) => length > 1)) return undefined;
  return widths.map(([width = 1], stage) => ({ width, halves: stage > 0, blocks: wholeStage(settings, stage) }));
}
