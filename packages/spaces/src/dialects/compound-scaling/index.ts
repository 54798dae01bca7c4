export { compoundScaling } from './compound-scaling.js';
