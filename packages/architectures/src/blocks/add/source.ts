import type { Activation } from '../../attributes.js';
import { defineSource } from '../../source/block-source.js';
import { call } from '../../source/python.js';
import { activate } from '../../sublayers/source.js';

export const addSource = defineSource<{ activation: Activation }>({
  name: 'add',
  join: () => ({ pytorch: (names) => names.join(' + '), keras: call('layers.Add') }),
  layers: ({ attributes }) => activate(attributes.activation),
});
