import type { Activation } from '../../attributes.js';
import { defineSource } from '../../source/block-source.js';
import { activate } from '../../sublayers/source.js';

export const activationSource = defineSource<{ function: Activation }>({
  name: 'activation',
  layers: ({ attributes }) => activate(attributes.function),
});
