import { expect, it } from '@jest/globals';
import { stepText } from './step-text.js';

it.each([
  [{ mode: null, lastStep: 7, fidelity: null }, '7/27'],
  [{ mode: null, lastStep: 27, fidelity: 27 }, '27/27'],
  [{ mode: null, lastStep: 2, fidelity: 3 }, '2/3 of 27'],
  [{ mode: 'repeat', lastStep: 27, fidelity: null }, '27/27'],
  [{ mode: 'final', lastStep: 40, fidelity: null }, '40'],
  [{ mode: 'known', lastStep: 12, fidelity: null }, '12'],
])('says of %j how far it is: %s', (trial, text) => expect(stepText(trial, 27)).toBe(text));
