import { describe, expect, it } from '@jest/globals';
import { architectureToJson, parseArchitecture } from './architecture-json.js';
import { smallNetwork } from './testing/small-network.js';

describe('architecture JSON', () => {
  it('reads what it wrote', () => {
    const text = JSON.stringify(architectureToJson(smallNetwork));
    expect(parseArchitecture(JSON.parse(text))).toEqual({ kind: 'graph', graph: smallNetwork });
  });

  it('writes equal graphs as equal text, whatever the order of their keys', () => {
    const nodes = smallNetwork.nodes.map(({ inputs, attributes, id, block, ...rest }) => ({
      ...rest,
      inputs,
      attributes: Object.fromEntries(Object.entries(attributes).toReversed()),
      block,
      id,
    }));
    expect(JSON.stringify(architectureToJson({ output: 'head', nodes, version: 1 }))).toBe(
      JSON.stringify(architectureToJson(smallNetwork)),
    );
  });

  it('refuses another version and another form, with paths', () => {
    expect(parseArchitecture({ ...smallNetwork, version: 2 })).toMatchObject({
      kind: 'refused',
      issues: [{ path: ['version'], message: expect.stringContaining('reads up to 1') }],
    });
    expect(parseArchitecture({ version: 1, nodes: [{ id: 1 }], output: 'x' })).toMatchObject({ kind: 'refused' });
  });

  it('refuses a graph that can not be built', () => {
    expect(parseArchitecture({ ...smallNetwork, output: 'none' })).toMatchObject({
      kind: 'refused',
      issues: [{ path: ['output'], code: 'unknown-node' }],
    });
  });
});
