import { describe, expect, it } from '@jest/globals';
import { epochLine } from './epoch-line.js';

const choices = [
  { param: 'arch.edge.0-1', values: ['skip_connect', 'nor_conv_3x3'] },
  { param: 'arch.depth', values: [1, 2, 3] },
];

describe('epochLine', () => {
  it('tells what was measured and the likeliest option of each choice', () => {
    const measured = { supernet_loss: 1.23456, supernet_accuracy: null, peak_memory_bytes: 1_234_567 };
    const probabilities = [
      [0.4, 0.6],
      [0.5, 0.3, 0.2],
    ];
    expect(epochLine({ epoch: 3, epochs: 20 }, measured, { choices, probabilities })).toBe(
      'epoch 3 of 20: supernet_loss 1.23, supernet_accuracy null, peak_memory_bytes 1234567; ' +
        'likeliest: arch.edge.0-1 nor_conv_3x3 60 %, arch.depth 1 50 %',
    );
  });

  it('names no option where all are equally likely', () => {
    const line = epochLine({ epoch: 1, epochs: 2 }, { supernet_loss: 1 }, { choices, probabilities: null });
    expect(line).toBe('epoch 1 of 2: supernet_loss 1');
  });
});
