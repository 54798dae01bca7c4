import { cycleA } from './cycle-a.js';

export const cycleB = (): number => cycleA();
