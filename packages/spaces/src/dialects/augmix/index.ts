export { augmix } from './augmix.js';
