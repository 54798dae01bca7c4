import { defineSource } from '../../source/block-source.js';
import { call } from '../../source/python.js';
import { normalise, preActivate } from '../../sublayers/source.js';

export const factorizedReduceSource = defineSource<{ filters: number; preActivation: boolean }>({
  name: 'factorized-reduce',
  layers: ({ attributes, inputs: [input] }) => [
    ...preActivate(attributes),
    {
      pytorch: call('FactorizedReduce', [input?.[2] ?? 0, attributes.filters]),
      keras: call('factorized_reduce', [attributes.filters]),
      weights: ['even', 'odd'].map((inner) => ({ inner, name: `${inner}.weight`, axes: [3, 2, 0, 1] })),
    },
    normalise(attributes.filters, { part: 'norm' }),
  ],
});
