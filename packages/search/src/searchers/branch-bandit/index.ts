export { branchBandit } from './branch-bandit.js';
