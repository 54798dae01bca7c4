export { dehb } from './dehb.js';
