/**
 * Modes of a search that judges augmentation policies without a training each (density matching, Lim et al. 2019). `fold`:
 * trains the network on a part of the training images as they are, and leaves it. `density-matching`: goes on from a fold's
 * trial; its network, which stays as it is, judges the other part, augmented.
 */
export const foldMode = 'fold';
export const densityMatchingMode = 'density-matching';

/** What trials of both modes measure on the images that are held out of the fold's training: in the latter, augmented. */
export const heldOutMetrics = { loss: 'held_out_loss', accuracy: 'held_out_accuracy' } as const;
