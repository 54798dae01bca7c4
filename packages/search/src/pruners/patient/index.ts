export { patient } from './patient.js';
