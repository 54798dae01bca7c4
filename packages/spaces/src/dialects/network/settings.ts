import { readArchitecture } from '@cambium/core';
import * as z from 'zod';
import { refusal } from '../../schema/strict-settings.js';
import { exampleNetwork } from './example.js';

/** An architecture as it is exported, and a name. Its form is `readArchitecture`'s to check: a part alone has no default. */
const written = z
  .looseObject({
    name: z.string().min(1).max(80).default('given').meta({
      title: 'Name',
      description: 'What the network is called in the parameters of its trials.',
    }),
    version: z
      .json()
      .optional()
      .meta({ title: 'Version', description: 'Of the format of architectures.', default: exampleNetwork.version }),
    nodes: z.json().optional().meta({
      title: 'Nodes',
      description: 'In topological order, the input first: { id, block, attributes, inputs, group } each.',
      default: exampleNetwork.nodes,
    }),
    output: z.json().optional().meta({
      title: 'Output',
      description: 'Id of the node that gives the logits.',
      default: exampleNetwork.output,
    }),
  })
  .meta({ editor: 'network' });

export const networkSettings = written.transform(({ name, ...document }, context) => {
  const reading = readArchitecture(Object.keys(document).length === 0 ? exampleNetwork : document);
  if (reading.kind === 'graph') return { name, graph: reading.graph };
  for (const { code, path, message } of reading.issues) context.addIssue(refusal(code, [...path], message));
  return z.NEVER;
});

export type NetworkSettings = z.output<typeof networkSettings>;
