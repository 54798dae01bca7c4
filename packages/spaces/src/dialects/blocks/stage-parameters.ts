import type { Parameter } from '@cambium/core';
import { choiceParameter } from '../../space/choice-parameter.js';
import { type BlockChoice, skipChoice } from '../../stages/stage-plan.js';
import { type BlocksSettings, choicesAt, type StageSettings } from './settings.js';

/** Full name of a parameter of stage `stage` (from 0). */
export function stageParam(stage: number, what: 'width' | 'blocks' | 'block' | `block.${number}`): string {
  return `arch.${stage}.${what}`;
}

export const ascending = (values: readonly number[]) => [...values].sort((a, b) => a - b);

/** One by one, blocks beyond the fewest may be left out. */
export function placeChoices(settings: BlocksSettings, stage: number, place: number): readonly BlockChoice[] {
  const fewest = Math.min(...(settings.stages[stage]?.blocks ?? [1]));
  const choices = choicesAt(settings, stage, place);
  return place < fewest ? choices : [...choices, skipChoice];
}

export function blocksParameters(settings: BlocksSettings): Parameter[] {
  return settings.stages.flatMap((stage, index) => [
    ...choiceParameter({
      name: stageParam(index, 'width'),
      branch: 'arch',
      choices: ascending(stage.widths),
      kind: 'ordinal',
    }),
    ...(settings.choose === 'stage' ? alike(settings, stage, index) : oneByOne(settings, stage, index)),
  ]);
}

function alike(settings: BlocksSettings, { blocks }: StageSettings, index: number): Parameter[] {
  const choices = choicesAt(settings, index, 0).map(({ name }) => name);
  return [
    ...choiceParameter({
      name: stageParam(index, 'blocks'),
      branch: 'arch',
      choices: ascending(blocks),
      kind: 'ordinal',
    }),
    ...choiceParameter({ name: stageParam(index, 'block'), branch: 'arch', choices, kind: 'categorical' }),
  ];
}

function oneByOne(settings: BlocksSettings, { blocks }: StageSettings, index: number): Parameter[] {
  return Array.from({ length: Math.max(...blocks) }, (_, place) => {
    const choices = placeChoices(settings, index, place).map(({ name }) => name);
    return choiceParameter({ name: stageParam(index, `block.${place}`), branch: 'arch', choices, kind: 'categorical' });
  }).flat();
}
