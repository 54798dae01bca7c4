import { describe, expect, it } from '@jest/globals';
import { networkText, readNetwork } from './network-text.js';

const network = {
  version: 1,
  nodes: [
    { id: 'image', block: 'input', attributes: { shape: [8, 8, 1] }, inputs: [] },
    { id: 'logits', block: 'dense', attributes: { units: 2 }, inputs: ['image'], group: 'two\nlines' },
  ],
  output: 'logits',
};

describe('the text of a network', () => {
  it('has a line for each node, and is read as what it was written of', () => {
    const text = networkText(network);
    expect(text.split('\n')).toEqual([
      '{',
      '  "version": 1,',
      '  "nodes": [',
      '    { "id": "image", "block": "input", "attributes": { "shape": [ 8, 8, 1 ] }, "inputs": [] },',
      '    { "id": "logits", "block": "dense", "attributes": { "units": 2 }, "inputs": [ "image" ], "group": "two\\nlines" }',
      '  ],',
      '  "output": "logits"',
      '}',
    ]);
    expect(readNetwork(text)).toEqual({ document: network });
  });

  it('writes and reads what is no network too, for the server to refuse', () => {
    for (const document of [{}, { nodes: [] }, { nodes: 'none', outputs: null }]) {
      expect(readNetwork(networkText(document))).toEqual({ document });
    }
  });

  it.each(['', '[1]', 'null', '{ "nodes": [ }'])('says why there is none in %j', (text) => {
    expect(readNetwork(text)).toEqual({
      problem: expect.stringMatching(/^(Not valid JSON: .+|An architecture is .+)$/),
    });
  });
});
