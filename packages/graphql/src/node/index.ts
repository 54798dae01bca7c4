export { subscribeOnce } from './subscribe.js';
