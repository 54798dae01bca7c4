import { type DialectDefinition, expectImages } from '@cambium/core';
import { buildChain } from './chain-graph.js';
import { chainParameters } from './chain-parameters.js';
import { planChain } from './chain-plan.js';
import { type CnnChainSettings, cnnChainSettings } from './settings.js';

/**
 * A chain of stages of equal blocks, as in MnasNet's factorised hierarchical space (Tan et al. 2019, §4.1), small
 * enough to train on a processor.
 */
export const cnnChain: DialectDefinition<CnnChainSettings, 'arch'> = {
  name: 'cnn-chain',
  branch: 'arch',
  summary:
    'Convolutional networks as a chain of stages: how many, and each one’s blocks, width, kernel, type and skip.',
  settings: cnnChainSettings,
  parameters: chainParameters,
  decode: (params, settings, context) => buildChain(planChain(params, settings), expectImages(context)),
  canonicalKey: (params, settings) => JSON.stringify(planChain(params, settings)),
};
