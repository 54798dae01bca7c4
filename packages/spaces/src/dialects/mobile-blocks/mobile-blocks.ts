import { type DialectDefinition, expectImages } from '@cambium/core';
import { type MobileBlocksSettings, mobileBlocksSettings } from './settings.js';
import { stageNetwork } from './stage-network.js';
import { mobileParameters } from './stage-parameters.js';
import { planKey, planStages, wholeStages } from './stage-plan.js';

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
  decode: (params, settings, context) =>
    stageNetwork(planStages(params, settings), settings, expectImages(context)).graph,
  canonicalKey: (params, settings) => planKey(planStages(params, settings)),
  supergraph(settings, context) {
    const stages = wholeStages(settings);
    return stages === undefined ? undefined : stageNetwork(stages, settings, expectImages(context));
  },
};
