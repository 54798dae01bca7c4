export { cmaEs } from './cma-es.js';
