import { defineSource } from '../../source/block-source.js';

/** The file's writer makes the input of the whole network; nothing is left to do here. */
export const inputSource = defineSource<object>({ name: 'input', layers: () => [] });
