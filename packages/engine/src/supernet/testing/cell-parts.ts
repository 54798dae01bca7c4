import { createRng } from '@cambium/core';
import type { TensorFlow } from '../../tensorflow.js';
import { optimizers } from '../../training/optimizers/optimizer-registry.js';
import { choiceLayout } from '../choices.js';
import type { SearchParts } from '../strategies/strategy.js';
import { subsetUpdater } from '../subset-updater.js';
import { openSupernet } from '../supernet.js';
import { cellChoices, cellSupernet } from './cell-supernet.js';

/** What a strategy is made of, on the small cell: always the same weights. */
export function cellParts(tf: TensorFlow): SearchParts & { dispose(): void } {
  const supernet = openSupernet(tf, cellSupernet, { seed: 3 });
  const procedure = { momentum: 0.9, weightDecay: 3e-4 };
  const updater = subsetUpdater(tf, supernet.variables, {
    ...procedure,
    optimizer: optimizers.get('momentum'),
    clip: 5,
  });
  const dispose = () => {
    updater.dispose();
    supernet.dispose();
  };
  return { tf, supernet, layout: choiceLayout(cellChoices), updater, rng: createRng(1), ...procedure, dispose };
}
