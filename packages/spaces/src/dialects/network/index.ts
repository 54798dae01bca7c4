export { network } from './network.js';
