import type { MobileBlocksSettings } from './settings.js';

/** What may stand in a block's place: an inverted residual, or nothing. */
export type BlockChoice =
  | {
      readonly kind: 'block';
      readonly name: string;
      readonly kernel: number;
      readonly expansion: number;
      readonly squeezeExcite: number;
    }
  | { readonly kind: 'skip'; readonly name: 'skip' };

/** Named by what it is, as in papers: `k5-e6-se0.25`. */
export function blockChoice(kernel: number, expansion: number, squeezeExcite: number): BlockChoice {
  const suffix = squeezeExcite === 0 ? '' : `-se${squeezeExcite}`;
  return { kind: 'block', name: `k${kernel}-e${expansion}${suffix}`, kernel, expansion, squeezeExcite };
}

/** Of block `block` (from 0) of a stage; those beyond the smallest depth may be left out. */
export function blockChoices(settings: MobileBlocksSettings, block: number): readonly BlockChoice[] {
  const { depths, kernels, expansions, squeezeExcite } = settings;
  const blocks = kernels.flatMap((kernel) =>
    expansions.flatMap((expansion) => squeezeExcite.map((ratio) => blockChoice(kernel, expansion, ratio))),
  );
  return block < Math.min(...depths) ? blocks : [...blocks, { kind: 'skip', name: 'skip' }];
}
