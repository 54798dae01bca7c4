export { quasiRandom } from './quasi-random.js';
