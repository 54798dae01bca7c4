export { updateRule } from './update-rule.js';
