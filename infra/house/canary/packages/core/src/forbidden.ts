// Must be reported: core imports nothing of ours.
export { cycleA } from '../../search/src/cycle-a.js';
export const now = () => Date.now();
