import type { Params } from '@cambium/core';
import type { FunctionParameters } from '../parameters.js';
import { type FunctionDefinition, fixed } from '../test-function.js';

const parameters: FunctionParameters = {
  model: { type: 'categorical', choices: ['linear', 'forest', 'network'] },
  alpha: { type: 'float', low: 1e-6, high: 1, log: true, when: { model: ['linear'] } },
  trees: { type: 'int', low: 10, high: 1000, log: true, when: { model: ['forest'] } },
  depth: { type: 'int', low: 1, high: 20, when: { model: ['forest'] } },
  rate: { type: 'float', low: 1e-5, high: 1, log: true, when: { model: ['network'] } },
  layers: { type: 'int', low: 1, high: 3, when: { model: ['network'] } },
  units1: { type: 'int', low: 8, high: 512, log: true, when: { model: ['network'] } },
  units2: { type: 'int', low: 8, high: 512, log: true, when: { layers: { min: 2 } } },
  units3: { type: 'int', low: 8, high: 512, log: true, when: { layers: { min: 3 } } },
};

/**
 * The choice of a model with parameters of its own, as in combined algorithm selection and hyperparameter optimisation:
 * a floor for each model (linear 0.3, forest 0.1, network 0), and above it quadratic bowls in the logarithms of its active
 * parameters. The network is the best, and without a good learning rate the worst. Lowest: a network of two layers of 64
 * and 32 units at a rate of 0.01, where it is 0.
 */
export const conditional: FunctionDefinition = {
  name: 'conditional',
  dimension: fixed(9),
  objectives: fixed(1),
  instances: 1,
  constraints: 0,
  parameters: () => parameters,
  open: () => ({ bounds: [0], evaluate: (params) => ({ objectives: [lossOf(params)], constraints: [] }) }),
};

function lossOf(params: Params): number {
  const value = (name: string) => Number(params[`hp.${name}`]);
  const decades = (name: string, best: number) => Math.log10(value(name) / best) ** 2;
  switch (params['hp.model']) {
    case 'linear':
      return 0.3 + 0.02 * decades('alpha', 1e-3);
    case 'forest':
      return 0.1 + 0.1 * decades('trees', 300) + 0.002 * (value('depth') - 12) ** 2;
    default: {
      const layers = value('layers');
      const units = [64, 32, 16].slice(0, layers).map((best, i) => decades(`units${i + 1}`, best));
      return 0.2 * decades('rate', 0.01) + 0.05 * Math.abs(layers - 2) + 0.1 * units.reduce((a, b) => a + b, 0);
    }
  }
}
