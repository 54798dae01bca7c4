/**
 * Mode of a trial that learns an augmentation policy by gradient while it trains a network (DADA, Faster AutoAugment). It names the
 * policies that it derives in its metrics, and trains with none of them to the end.
 */
export const relaxedPolicyMode = 'relaxed-policy';
