import { type DialectDefinition, expectImages } from '@cambium/core';
import { choiceParameter } from '../../space/choice-parameter.js';
import { stageNetwork } from '../../stages/stage-network.js';
import { scaledStages } from './scaled-stages.js';
import { obeysRule, type Scaling, scalingOf } from './scaling.js';
import { ascending, type CompoundScalingSettings, compoundScalingSettings } from './settings.js';

/** Compound scaling (Tan & Le 2019, §3.3): one network made deeper, wider and of higher resolution all at once. */
export const compoundScaling: DialectDefinition<CompoundScalingSettings, 'arch'> = {
  name: 'compound-scaling',
  branch: 'arch',
  summary: 'EfficientNet’s scaling of one network: depth by α, width by β and resolution by γ, to the power φ.',
  settings: compoundScalingSettings,
  parameters: (settings) =>
    (['alpha', 'beta', 'gamma', 'phi'] as const).flatMap((name) =>
      choiceParameter({ name: `arch.${name}`, branch: 'arch', choices: ascending(settings[name]), kind: 'ordinal' }),
    ),
  decode(params, settings, context) {
    const scaling = scalingOf(params, settings);
    const images = expectImages(context);
    const [height, width] = images.inputShape;
    const resolution = [scaledSide(height, scaling), scaledSide(width, scaling)] as const;
    return stageNetwork(scaledStages(scaling, settings), images, resolution).graph;
  },
  canonicalKey(params, settings) {
    const scaling = scalingOf(params, settings);
    const stages = scaledStages(scaling, settings).map(({ width, blocks }) => [width, blocks.length]);
    return JSON.stringify([stages, scaling.resolution]);
  },
  isFeasible: (params, settings) => obeysRule(params, settings),
};

function scaledSide(side: number, { resolution }: Scaling): number {
  return Math.max(1, Math.round(side * resolution));
}
