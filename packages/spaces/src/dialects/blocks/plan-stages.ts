import type { Params } from '@cambium/core';
import { chosen } from '../../space/choice-parameter.js';
import { type BlockPlan, gatedOptions, keepsShape, type StagePlan } from '../../stages/stage-plan.js';
import { type BlocksSettings, choicesAt, type StageSettings } from './settings.js';
import { placeChoices, stageParam } from './stage-parameters.js';

/** What params say, before the task's input shape is known. */
export function planStages(params: Params, settings: BlocksSettings): readonly StagePlan[] {
  return settings.stages.map((stage, index) => ({
    width: chosen(params, stageParam(index, 'width'), stage.widths),
    halves: index > 0 && stage.halve,
    blocks: settings.choose === 'stage' ? alike(params, settings, index) : oneByOne(params, settings, index),
  }));
}

function alike(params: Params, settings: BlocksSettings, index: number): BlockPlan[] {
  const { blocks, residual } = settings.stages[index] as StageSettings;
  const choices = choicesAt(settings, index, 0);
  const names = choices.map(({ name }) => name);
  const name = chosen(params, stageParam(index, 'block'), names);
  const options = choices.filter((choice) => choice.name === name).map((choice) => ({ choice }));
  return Array.from({ length: chosen(params, stageParam(index, 'blocks'), blocks) }, (_, place) => ({
    options,
    residual: residual && keepsShape(index, place),
  }));
}

function oneByOne(params: Params, settings: BlocksSettings, index: number): BlockPlan[] {
  return wholeStage(settings, index).map(({ options, ...plan }, place) => {
    const names = options.map(({ choice }) => choice.name);
    const name = chosen(params, stageParam(index, `block.${place}`), names);
    return { ...plan, options: options.filter(({ choice }) => choice.name === name) };
  });
}

function wholeStage(settings: BlocksSettings, index: number): BlockPlan[] {
  const { blocks, residual } = settings.stages[index] as StageSettings;
  return Array.from({ length: Math.max(...blocks) }, (_, place) => ({
    options: gatedOptions(placeChoices(settings, index, place), stageParam(index, `block.${place}`)),
    residual: residual && keepsShape(index, place),
  }));
}

/** Every option of every block; undefined where a stage's width or a whole stage is chosen, which changes shapes. */
export function wholeStages(settings: BlocksSettings): readonly StagePlan[] | undefined {
  if (settings.choose === 'stage' || settings.stages.some(({ widths }) => widths.length > 1)) return undefined;
  return settings.stages.map(({ widths: [width = 1], halve }, index) => ({
    width,
    halves: index > 0 && halve,
    blocks: wholeStage(settings, index),
  }));
}
