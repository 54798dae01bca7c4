import { type DialectDefinition, expectImages } from '@cambium/core';
import { fitToTask } from './fit-to-task.js';
import { type NetworkSettings, networkSettings } from './settings.js';

/** One network, written out: found by another experiment, scaled, or made by hand. What is searched is around it. */
export const network: DialectDefinition<NetworkSettings, 'arch'> = {
  name: 'network',
  branch: 'arch',
  summary: 'One network, written out: to train it longer, or to search how it is trained.',
  settings: networkSettings,
  // A choice of one, so that a trial says which network it was.
  parameters: ({ name }) => [
    { name: 'arch.network', branch: 'arch', domain: { kind: 'categorical', choices: [name] }, conditions: [] },
  ],
  decode: (_, { graph }, context) => fitToTask(graph, expectImages(context)),
};
