export { pbt } from './pbt.js';
