import { describe, expect, it } from '@jest/globals';
import { type ArchitectureUpgrade, readArchitecture } from './read-architecture.js';

const nodes = [
  { id: 'image', block: 'input', attributes: { shape: [8, 8, 1] }, inputs: [] },
  { id: 'logits', block: 'dense', attributes: { units: 2 }, inputs: ['image'], group: 'head' },
];
const document = { version: 1, nodes, output: 'logits' };

const messages = (input: unknown) => {
  const reading = readArchitecture(input);
  return reading.kind === 'refused' ? reading.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) : [];
};

describe('readArchitecture', () => {
  it('reads what fits', () => {
    expect(readArchitecture(document)).toEqual({ kind: 'graph', graph: document });
  });

  it('refuses a newer version and says what to do', () => {
    expect(readArchitecture({ ...document, version: 7, edges: [] })).toEqual({
      kind: 'refused',
      issues: [
        { path: ['version'], code: 'newer-version', message: expect.stringContaining('reads up to 1; update it') },
      ],
    });
    for (const version of [undefined, 0, 1.5, '1']) {
      expect(messages({ ...document, version })).toEqual([expect.stringMatching(/^version: .*the newest is 1/)]);
    }
  });

  it('brings an older version up to date, one step after the other', () => {
    const nameTheOutput: ArchitectureUpgrade = ({ last, ...rest }) => ({ ...rest, output: last ?? null });
    const wrapNothing: ArchitectureUpgrade = ({ layers, ...rest }) => ({ ...rest, nodes: layers ?? null });
    const upgrades = [nameTheOutput, wrapNothing];
    const first = { version: 1, layers: nodes, last: 'logits' };
    const second = { version: 2, layers: nodes, output: 'logits' };
    for (const old of [first, second, { ...document, version: 3 }]) {
      expect(readArchitecture(old, upgrades)).toEqual({ kind: 'graph', graph: document });
    }
    // What an upgrade does not know is refused like anything else that is not of the format.
    expect(readArchitecture({ ...first, extra: 1 }, upgrades)).toMatchObject({ issues: [{ path: ['extra'] }] });
    expect(readArchitecture({ ...document, version: 4 }, upgrades)).toMatchObject({
      issues: [{ code: 'newer-version' }],
    });
  });

  it('names the node, the field and what would be right, all at once', () => {
    const broken = [
      { ...nodes[0], inputs: undefined },
      { id: 3, block: 'dense', attributes: [], inputs: [], units: 1 },
      null,
      { ...nodes[1], input: ['image'] },
    ];
    expect(messages({ ...document, nodes: broken, output: 4, outputs: [] })).toEqual([
      'outputs: unknown field "outputs"; did you mean "output"? Known: nodes, output, version',
      'nodes.0.inputs: node "image": inputs must be a list of ids of nodes before it; [] for the input',
      'nodes.1.id: node 2: id must be a text that no other node has',
      'nodes.1.attributes: node 2: attributes must be an object; {} for none',
      'nodes.1.units: node 2: unknown field "units". Known: attributes, block, group, id, inputs',
      'nodes.2: a node is an object with id, block, attributes and inputs',
      'nodes.3.input: node "logits": unknown field "input"; did you mean "inputs"? Known: attributes, block, group, id, inputs',
      'output: output must be the id of a node',
    ]);
    expect(messages(null)).toHaveLength(1);
    expect(messages({ version: 1 })).toHaveLength(2);
  });
});
