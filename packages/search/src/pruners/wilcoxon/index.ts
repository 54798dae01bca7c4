export { wilcoxon } from './wilcoxon.js';
