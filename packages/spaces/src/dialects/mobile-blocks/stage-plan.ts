import type { Gate, Params } from '@cambium/core';
import { stageWidths } from '../../schema/stage-widths.js';
import { chosen } from '../../space/choice-parameter.js';
import { type BlockChoice, blockChoice, blockChoices } from './block-choice.js';
import type { MobileBlocksSettings } from './settings.js';
import { blockParam, stageParam } from './stage-parameters.js';

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
  readonly blocks: readonly BlockPlan[];
}

/** The first block of a later stage changes the shape; the stem gives the first stage its width already. */
const keepsShape = (stage: number, block: number) => stage === 0 || block > 0;

const count = <T>(length: number, at: (index: number) => T): T[] => Array.from({ length }, (_, index) => at(index));

/** What params say, before the task's input shape is known. */
export function planStages(params: Params, settings: MobileBlocksSettings): readonly StagePlan[] {
  return count(settings.stages, (stage) => ({
    width: chosen(params, stageParam(stage, 'width'), stageWidths(settings, stage)),
    blocks: settings.choose === 'stage' ? alike(params, settings, stage) : oneByOne(params, settings, stage),
  }));
}

function alike(params: Params, settings: MobileBlocksSettings, stage: number): BlockPlan[] {
  const of = (what: string, choices: readonly number[]) => chosen(params, stageParam(stage, what), choices);
  const choice = blockChoice(
    of('kernel', settings.kernels),
    of('expansion', settings.expansions),
    of('squeezeExcite', settings.squeezeExcite),
  );
  const residual =
    settings.residual === 'search' ? params[stageParam(stage, 'residual')] === true : settings.residual === 'always';
  return count(of('depth', settings.depths), (block) => ({
    options: [{ choice }],
    residual: residual && keepsShape(stage, block),
  }));
}

function oneByOne(params: Params, settings: MobileBlocksSettings, stage: number): BlockPlan[] {
  return count(Math.max(...settings.depths), (block) => {
    const choices = blockChoices(settings, block);
    const name = chosen(
      params,
      blockParam(stage, block),
      choices.map((choice) => choice.name),
    );
    return {
      options: choices.filter((choice) => choice.name === name).map((choice) => ({ choice })),
      residual: settings.residual === 'always' && keepsShape(stage, block),
    };
  });
}

/** Every option of every block; undefined where a stage's width or a whole stage is chosen, which changes shapes. */
export function wholeStages(settings: MobileBlocksSettings): readonly StagePlan[] | undefined {
  if (settings.choose === 'stage') return undefined;
  const stages = count(settings.stages, (stage) => {
    const [width = 1, ...others] = stageWidths(settings, stage);
    const blocks = count(Math.max(...settings.depths), (block) => {
      const choices = blockChoices(settings, block);
      const gate = (value: string): Gate | undefined =>
        choices.length < 2 ? undefined : { param: blockParam(stage, block), value };
      return {
        options: choices.map((choice) => ({ choice, gate: gate(choice.name) })),
        residual: settings.residual === 'always' && keepsShape(stage, block),
      };
    });
    return others.length === 0 ? { width, blocks } : undefined;
  });
  return stages.every((stage) => stage !== undefined) ? stages : undefined;
}

/** Equal for equal networks: it makes no difference which of a stage's equal places is left out. */
export function planKey(stages: readonly StagePlan[]): string {
  return JSON.stringify(
    stages.map(({ width, blocks }) => [
      width,
      ...blocks.flatMap(({ options: [option], residual }) =>
        option === undefined || option.choice.kind === 'skip' ? [] : [`${option.choice.name}${residual ? '+' : ''}`],
      ),
    ]),
  );
}
