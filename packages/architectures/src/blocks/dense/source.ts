import type { Activation } from '../../attributes.js';
import { defineSource } from '../../source/block-source.js';
import { call } from '../../source/python.js';
import { activate } from '../../sublayers/source.js';

export const denseSource = defineSource<{ units: number; activation: Activation }>({
  name: 'dense',
  layers: ({ attributes: { units, activation }, inputs: [input] }) => [
    {
      pytorch: call('nn.Linear', [input?.[0] ?? 0, units]),
      keras: call('layers.Dense', [units]),
      weights: [{ name: 'weight', axes: [1, 0] }, { name: 'bias' }],
    },
    ...activate(activation),
  ],
});
