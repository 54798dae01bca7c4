import { type DialectDefinition, expectImages } from '@cambium/core';
import { stageNetwork } from '../../stages/stage-network.js';
import { planKey } from '../../stages/stage-plan.js';
import { planStages, wholeStages } from './plan-stages.js';
import { type BlocksSettings, blocksSettings } from './settings.js';
import { blocksParameters } from './stage-parameters.js';

/** A space of one's own: for each stage the blocks that it may be made of, how many, and how wide. */
export const blocks: DialectDefinition<BlocksSettings, 'arch'> = {
  name: 'blocks',
  branch: 'arch',
  summary: 'A space of your own: stages with the blocks that each may be made of, their attributes, number and widths.',
  settings: blocksSettings,
  parameters: blocksParameters,
  decode: (params, settings, context) => stageNetwork(planStages(params, settings), expectImages(context)).graph,
  canonicalKey: (params, settings) => planKey(planStages(params, settings)),
  supergraph(settings, context) {
    const stages = wholeStages(settings);
    return stages === undefined ? undefined : stageNetwork(stages, expectImages(context));
  },
};
