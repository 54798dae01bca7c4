/**
 * Makes the subset of Fashion-MNIST that the repository ships: 1,000 training and 200 test images of each class.
 *   node infra/scripts/make-fashion-mnist-subset.mjs [folder with the four full files]
 * The default folder is that of Debian's package dataset-fashion-mnist. Always picks the same images.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';

const source = process.argv[2] ?? '/usr/share/datasets/fashion-mnist';
const target = path.resolve(import.meta.dirname, '../../packages/datasets/data/fashion-mnist');
const seed = 'cambium-fashion-mnist-1';
const side = 28;

/** Of the unpacked files. Packed ones differ: Debian strips the file names from the gzip headers. */
const checksums = {
  'train-images-idx3-ubyte.gz': 'c59f468a2f672dc815687fe0f83887768d799fd8a3f3276145d20f83aa44d888',
  'train-labels-idx1-ubyte.gz': 'bad3541b69d912435c50bb6ba87bec294ff4f6a2e1246121d8633921760443d9',
  't10k-images-idx3-ubyte.gz': '5b4141f0afbad91edebe8549f8fcffe087ea10ca49f1dbef5c9a5cd8815ce37b',
  't10k-labels-idx1-ubyte.gz': '0402a96d92fd2663957122ceb108a494c5af83dab82d92729df917d7dec38c34',
};

const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex');

function read(name) {
  const bytes = gunzipSync(readFileSync(path.join(source, name)));
  if (sha256(bytes) !== checksums[name]) throw new Error(`${name} in ${source} is not the published file`);
  return bytes;
}

/** Of each class the `perClass` images whose hash is smallest, in the order of the full file. */
function pick(labels, part, perClass) {
  const chosen = [];
  for (let label = 0; label < 10; label++) {
    const ranked = [...labels.keys()]
      .filter((index) => labels[index] === label)
      .map((index) => ({ index, rank: sha256(`${seed}/${part}/${index}`) }))
      .sort((a, b) => (a.rank < b.rank ? -1 : 1));
    chosen.push(...ranked.slice(0, perClass).map(({ index }) => index));
  }
  return chosen.sort((a, b) => a - b);
}

function idx(dimensions, body) {
  const header = Buffer.alloc(4 + 4 * dimensions.length);
  header.writeUInt32BE(0x0800 + dimensions.length, 0);
  dimensions.forEach((size, i) => header.writeUInt32BE(size, 4 + 4 * i));
  return Buffer.concat([header, body]);
}

const lines = [];
function write(name, bytes) {
  writeFileSync(path.join(target, name), gzipSync(bytes, { level: 9 }));
  lines.push(`${sha256(bytes)}  ${name.replace(/\.gz$/, '')}`);
}

mkdirSync(target, { recursive: true });
for (const [part, perClass] of [
  ['train', 1000],
  ['t10k', 200],
]) {
  const images = read(`${part}-images-idx3-ubyte.gz`).subarray(16);
  const labels = read(`${part}-labels-idx1-ubyte.gz`).subarray(8);
  const chosen = pick(labels, part, perClass);
  const pixels = Buffer.concat(chosen.map((i) => images.subarray(i * side * side, (i + 1) * side * side)));
  write(`${part}-images-idx3-ubyte.gz`, idx([chosen.length, side, side], pixels));
  write(`${part}-labels-idx1-ubyte.gz`, idx([chosen.length], Buffer.from(chosen.map((i) => labels[i]))));
}
writeFileSync(path.join(target, 'SHA256SUMS'), `${lines.join('\n')}\n`);
console.log(lines.join('\n'));
