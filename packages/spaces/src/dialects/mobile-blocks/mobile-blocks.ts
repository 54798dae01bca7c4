import { type DialectDefinition, expectImages } from '@cambium/core';
import { stageNetwork } from '../../stages/stage-network.js';
import { planKey } from '../../stages/stage-plan.js';
import { planStages, wholeStages } from './plan-stages.js';
import { type MobileBlocksSettings, mobileBlocksSettings } from './settings.js';
import { mobileParameters } from './stage-parameters.js';

/**
 * Stages of inverted residuals, chosen for a whole stage as in MnasNet (Tan et al. 2019, §4.1) or block by block as in
 * ProxylessNAS (Cai et al. 2019, §4.1).
 */
export const mobileBlocks: DialectDefinition<MobileBlocksSettings, 'arch'> = {
  name: 'mobile-blocks',
  branch: 'arch',
  summary:
    'Mobile networks: stages of inverted residuals with kernel, expansion, squeeze-and-excitation, depth, width.',
  settings: mobileBlocksSettings,
  parameters: mobileParameters,
  decode: (params, settings, context) => stageNetwork(planStages(params, settings), expectImages(context)).graph,
  canonicalKey: (params, settings) => planKey(planStages(params, settings)),
  supergraph(settings, context) {
    const stages = wholeStages(settings);
    return stages === undefined ? undefined : stageNetwork(stages, expectImages(context));
  },
};
