// Must be reported: a cycle.
import { cycleB } from './cycle-b.js';

export const cycleA = (): number => cycleB();
