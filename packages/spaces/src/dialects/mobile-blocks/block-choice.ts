import { type BlockChoice, skipChoice } from '../../stages/stage-plan.js';
import type { MobileBlocksSettings } from './settings.js';

interface MobileBlock {
  readonly kernel: number;
  readonly expansion: number;
  readonly squeezeExcite: number;
}

/** Named by what it is, as in papers: `k5-e6-se0.25`. */
export function mobileBlock(block: MobileBlock, { activation }: MobileBlocksSettings): BlockChoice {
  const { kernel, expansion, squeezeExcite } = block;
  const suffix = squeezeExcite === 0 ? '' : `-se${squeezeExcite}`;
  const name = `k${kernel}-e${expansion}${suffix}`;
  return { kind: 'block', name, block: 'inverted-residual', attributes: { ...block, activation } };
}

/** Of block `block` (from 0) of a stage; those beyond the smallest depth may be left out. */
export function blockChoices(settings: MobileBlocksSettings, block: number): readonly BlockChoice[] {
  const { depths, kernels, expansions, squeezeExcite: ratios } = settings;
  const blocks = kernels.flatMap((kernel) =>
    expansions.flatMap((expansion) =>
      ratios.map((squeezeExcite) => mobileBlock({ kernel, expansion, squeezeExcite }, settings)),
    ),
  );
  return block < Math.min(...depths) ? blocks : [...blocks, skipChoice];
}
