import type { Condition, Parameter, ParamValue } from '@cambium/core';
import { stageWidths } from '../../schema/stage-widths.js';
import { choiceParameter } from '../../space/choice-parameter.js';
import { type CnnChainSettings, skipChoices, stageRange } from './settings.js';

/** Full name of a parameter of stage `stage` (from 0). */
export function stageParam(stage: number, what: string): string {
  return `arch.${stage}.${what}`;
}

/** The number of stages, then each stage's parameters, active when the stage exists. */
export function chainParameters(settings: CnnChainSettings): Parameter[] {
  const [fewest, most] = stageRange(settings);
  const count: Parameter[] =
    fewest === most
      ? []
      : [
          {
            name: 'arch.stages',
            branch: 'arch',
            domain: { kind: 'int', low: fewest, high: most, log: false, step: 1 },
            conditions: [],
          },
        ];
  const stages = Array.from({ length: most }, (_, stage) => {
    const exists: Condition[] = stage < fewest ? [] : [{ param: 'arch.stages', min: stage + 1 }];
    return stageParameters(settings, stage, exists);
  });
  return [...count, ...stages.flat()];
}

function stageParameters(settings: CnnChainSettings, stage: number, exists: readonly Condition[]): Parameter[] {
  const name = (what: string) => stageParam(stage, what);
  const ordinal = (what: string, choices: readonly ParamValue[], extra: readonly Condition[] = []) => {
    const conditions = [...exists, ...extra];
    return choiceParameter({ name: name(what), branch: 'arch', choices, kind: 'ordinal', conditions });
  };
  const ascending = (values: readonly number[]) => [...values].sort((a, b) => a - b);
  const types = settings.blockTypes;
  const inverted: Condition[] = types.length < 2 ? [] : [{ param: name('block'), in: ['inverted-residual'] }];
  const block = {
    name: name('block'),
    branch: 'arch',
    choices: types,
    kind: 'categorical',
    conditions: exists,
  } as const;
  return [
    ...ordinal('blocks', ascending(settings.blocks)),
    ...ordinal('width', stageWidths(settings, stage)),
    ...choiceParameter(block),
    ...ordinal('kernel', ascending(settings.kernels)),
    ...(types.includes('inverted-residual') ? ordinal('expansion', ascending(settings.expansions), inverted) : []),
    ...skipParameter(settings, stage, exists),
  ];
}

/** Only blocks that keep their shape can skip: every one but the first of a later stage. */
function skipParameter(settings: CnnChainSettings, stage: number, exists: readonly Condition[]): Parameter[] {
  const several = settings.blocks.filter((count) => count > 1);
  if (stage > 0 && several.length === 0) return [];
  const always = stage === 0 || settings.blocks.length === several.length;
  const keeps: Condition[] = always ? [] : [{ param: stageParam(stage, 'blocks'), in: several }];
  return choiceParameter({
    name: stageParam(stage, 'skip'),
    branch: 'arch',
    choices: skipChoices(settings),
    kind: 'categorical',
    conditions: [...exists, ...keeps],
  });
}
