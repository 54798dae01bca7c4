/** What the module exports. Pointers are byte addresses in the memory of TensorFlow.js's own WASM module. */
export { avgPoolGradient } from './avg-pool-gradient';
export { centredSums, combine, gradientSums, scaleShift } from './batch-normalization';
export { columnToImage } from './column-to-image';
export { convFilterGradient } from './conv-filter-gradient';
export { depthwiseFilterGradient } from './depthwise-filter-gradient';
export { depthwiseInputGradient } from './depthwise-input-gradient';
export { maxPoolGradient } from './max-pool-gradient';
export { padImage } from './pad-image';
export { reluGradient } from './relu-gradient';
export { sumRows } from './sum-rows';
