import { expect, it } from '@jest/globals';
import { stepText } from './step-text.js';

it.each([
  [{ lastStep: 7, endStep: 27, fidelity: null }, '7/27'],
  [{ lastStep: 27, endStep: 27, fidelity: 27 }, '27/27'],
  [{ lastStep: 2, endStep: 3, fidelity: 3 }, '2/3 of 27'],
  [{ lastStep: 12, endStep: 50, fidelity: null }, '12/50'],
  [{ lastStep: 40, endStep: null, fidelity: null }, '40'],
])('says of %j how far it is: %s', (trial, text) => expect(stepText(trial, 27)).toBe(text));
