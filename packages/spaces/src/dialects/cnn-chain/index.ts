export { cnnChain } from './cnn-chain.js';
