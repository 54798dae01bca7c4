import { openBackend } from '@cambium/engine';

const { tf } = await openBackend('wasm');
const sizes = Array.from({ length: 22 }, (_, i) => 100 + i * 30);
const P = sizes.reduce((a, b) => a + b);
const x = tf.randomNormal([P]);
const vars = sizes.map((s) => tf.variable(tf.zeros([s])));
for (let k = 0; k < 5; k++) {
  let t = performance.now();
  for (let i = 0; i < 200; i++)
    tf.tidy(() => {
      tf.split(x, sizes);
    });
  console.log('split', ((performance.now() - t) / 200).toFixed(3));
  t = performance.now();
  for (let i = 0; i < 200; i++)
    tf.tidy(() => {
      const p = tf.split(x, sizes);
      vars.forEach((v, j) => v.assign(tf.reshape(p[j], [sizes[j]])));
    });
  console.log('split+assign', ((performance.now() - t) / 200).toFixed(3));
  t = performance.now();
  for (let i = 0; i < 200; i++)
    tf.tidy(() => {
      tf.add(x, x);
    });
  console.log('add', ((performance.now() - t) / 200).toFixed(4));
  t = performance.now();
  for (let i = 0; i < 200; i++)
    tf.tidy(() => {
      tf.concat(vars, 0);
    });
  console.log('concat', ((performance.now() - t) / 200).toFixed(4));
}
process.exit(0);
