import { defineSource } from '../../source/block-source.js';
import { call } from '../../source/python.js';

/** Both libraries have it: linear between pixels' centres, the last pixels repeated beyond, no antialiasing. */
export const resizeSource = defineSource<{ height: number; width: number }>({
  name: 'resize',
  layers: ({ attributes: { height, width } }) => [
    {
      pytorch: call('nn.Upsample', [], { size: `(${height}, ${width})`, mode: '"bilinear"' }),
      keras: call('layers.Resizing', [height, width]),
    },
  ],
});
