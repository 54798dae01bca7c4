export { mobileBlocks } from './mobile-blocks.js';
