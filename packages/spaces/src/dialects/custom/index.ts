export { custom } from './custom.js';
