const geometry = ['rotate', 'shear-x', 'shear-y', 'translate-x', 'translate-y'] as const;
const enhancers = ['brightness', 'color', 'contrast', 'sharpness'] as const;
const tone = ['auto-contrast', 'equalize', 'posterize', 'solarize'] as const;

/** The 14 ops of RandAugment (Cubuk et al. 2020, §3) and of TrivialAugment. */
export const randAugmentOps: readonly string[] = ['identity', ...geometry, ...enhancers, ...tone];

/** The 15 ops of PBA (Ho et al. 2019, §3.2). */
export const populationOps: readonly string[] = [...geometry, ...enhancers, ...tone, 'cutout', 'invert'];

/** The 16 ops of AutoAugment (Cubuk et al. 2019, table 6). */
export const autoAugmentOps: readonly string[] = [...populationOps, 'sample-pairing'];

/** The 9 ops of AugMix (Hendrycks et al. 2020, §3): those that no test of corruptions contains. */
export const augMixOps: readonly string[] = [...geometry, ...tone];

/** By what they change. */
export const opGroups = { geometry, colour: enhancers, tone } as const;

const withoutStrength: ReadonlySet<string> = new Set(['auto-contrast', 'equalize', 'flip', 'identity', 'invert']);

/** False for ops that do the same at every magnitude. */
export const hasStrength = (op: string) => !withoutStrength.has(op);
