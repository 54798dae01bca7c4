import { keepsShape, type StagePlan } from '../../stages/stage-plan.js';
import type { Scaling } from './scaling.js';
import type { CompoundScalingSettings } from './settings.js';

/** The base network with more blocks in each stage, rounded up, and more channels. */
export function scaledStages(scaling: Scaling, settings: CompoundScalingSettings): readonly StagePlan[] {
  const { depths, widths, multiple, kernel, expansion, squeezeExcite, activation } = settings;
  const choice = {
    kind: 'block',
    name: `k${kernel}-e${expansion}`,
    block: 'inverted-residual',
    attributes: { kernel, expansion, squeezeExcite, activation },
  } as const;
  return depths.map((depth, stage) => ({
    width: roundedChannels((widths[stage] ?? 1) * scaling.width, multiple),
    halves: stage > 0,
    // Without the slack, 5 blocks times 1.2 would be 7 where the product is 6.000000000000001.
    blocks: Array.from({ length: Math.ceil(depth * scaling.depth - 1e-9) }, (_, block) => ({
      options: [{ choice }],
      residual: keepsShape(stage, block),
    })),
  }));
}

/** The nearest multiple, at least one and never below 90 % of what was asked for (MobileNet's rule). */
export function roundedChannels(channels: number, multiple: number): number {
  const nearest = Math.max(multiple, Math.floor((channels + multiple / 2) / multiple) * multiple);
  return nearest < 0.9 * channels ? nearest + multiple : nearest;
}
