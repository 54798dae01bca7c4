export { multiObjectiveAsha } from './multi-objective-asha.js';
