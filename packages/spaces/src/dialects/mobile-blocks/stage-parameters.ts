import type { Condition, Parameter, ParamValue } from '@cambium/core';
import { stageWidths } from '../../schema/stage-widths.js';
import { choiceParameter } from '../../space/choice-parameter.js';
import { blockChoices } from './block-choice.js';
import type { MobileBlocksSettings } from './settings.js';

/** Full name of a parameter of stage `stage` (from 0). */
export function stageParam(stage: number, what: string): string {
  return `arch.${stage}.${what}`;
}

/** Full name of the parameter that chooses block `block` (from 0) of a stage. */
export function blockParam(stage: number, block: number): string {
  return stageParam(stage, `block.${block}`);
}

export const ascending = (values: readonly number[]) => [...values].sort((a, b) => a - b);

export function mobileParameters(settings: MobileBlocksSettings): Parameter[] {
  return Array.from({ length: settings.stages }, (_, stage) => [
    ...choiceParameter({
      name: stageParam(stage, 'width'),
      branch: 'arch',
      choices: stageWidths(settings, stage),
      kind: 'ordinal',
    }),
    ...(settings.choose === 'stage' ? wholeStageParameters(settings, stage) : blockParameters(settings, stage)),
  ]).flat();
}

function wholeStageParameters(settings: MobileBlocksSettings, stage: number): Parameter[] {
  const ordinal = (what: string, choices: readonly ParamValue[]) =>
    choiceParameter({ name: stageParam(stage, what), branch: 'arch', choices, kind: 'ordinal' });
  return [
    ...ordinal('depth', ascending(settings.depths)),
    ...ordinal('kernel', ascending(settings.kernels)),
    ...ordinal('expansion', ascending(settings.expansions)),
    ...ordinal('squeezeExcite', ascending(settings.squeezeExcite)),
    ...residualParameter(settings, stage),
  ];
}

/** Only blocks that keep their shape have one: every block but the first of a later stage. */
function residualParameter({ residual, depths }: MobileBlocksSettings, stage: number): Parameter[] {
  const several = depths.filter((depth) => depth > 1);
  if (residual !== 'search' || (stage > 0 && several.length === 0)) return [];
  const always = stage === 0 || several.length === depths.length;
  const conditions: Condition[] = always ? [] : [{ param: stageParam(stage, 'depth'), in: several }];
  const name = stageParam(stage, 'residual');
  return choiceParameter({ name, branch: 'arch', choices: [false, true], kind: 'categorical', conditions });
}

function blockParameters(settings: MobileBlocksSettings, stage: number): Parameter[] {
  return Array.from({ length: Math.max(...settings.depths) }, (_, block) =>
    choiceParameter({
      name: blockParam(stage, block),
      branch: 'arch',
      choices: blockChoices(settings, block).map(({ name }) => name),
      kind: 'categorical',
    }),
  ).flat();
}
