export { procedure } from './procedure.js';
