import { existsSync, mkdirSync, readdirSync, renameSync } from 'node:fs';
import path from 'node:path';
import { nodeHeaders } from './node-headers.mjs';
import { runCommand } from './run-command.mjs';

const libraries = ['libtensorflow_cc.so.2', 'libtensorflow_framework.so.2'];

/** Python that unpacks only the libraries, the headers and, for CUDA, NVIDIA's libraries. */
const unpack = `
import sys, zipfile
for wheel in sys.argv[2:]:
    with zipfile.ZipFile(wheel) as archive:
        keep = [n for n in archive.namelist() if n.startswith(('tensorflow/include/', 'tensorflow/libtensorflow', 'nvidia/'))]
        archive.extractall(sys.argv[1], keep)
`;

/**
 * Compiles the package's binding against the libtensorflow inside a pip wheel. The wheel's library is the C library under
 * another name, with everything that the binding calls.
 */
export async function buildFromWheel({ folder, gpu }) {
  if (process.platform !== 'linux') throw new Error('building against a wheel is known to work on Linux only');
  const headers = nodeHeaders();
  const download = path.join(folder, 'wheels');
  const unpacked = path.join(folder, 'unpacked');
  await fetchWheels(download, gpu);
  const wheels = readdirSync(download).filter((file) => file.endsWith('.whl'));
  await runCommand('python3', ['-c', unpack, unpacked, ...wheels.map((file) => path.join(download, file))]);
  const lib = path.join(folder, 'deps/lib');
  mkdirSync(lib, { recursive: true });
  for (const file of libraries) renameSync(path.join(unpacked, 'tensorflow', file), path.join(lib, file));
  // The GPU wheel's library looks for NVIDIA's at ../nvidia, seen from itself.
  const nvidia = path.join(unpacked, 'nvidia');
  if (existsSync(nvidia)) renameSync(nvidia, path.join(folder, 'deps/nvidia'));
  // The package looks under the highest version that its package.json lists and this Node has.
  const version = Math.min(8, Number(process.versions.napi));
  const out = path.join(folder, `lib/napi-v${version}`);
  mkdirSync(out, { recursive: true });
  const include = [headers, path.join(unpacked, 'tensorflow/include'), path.join(folder, '..')];
  const flags = `-std=c++17 -O2 -fPIC -shared -w -DNAPI_VERSION=${version}`.split(' ');
  const link = [`-L${lib}`, ...libraries.map((file) => `-l:${file}`), '-Wl,-rpath,$ORIGIN/../../deps/lib'];
  const output = ['-o', path.join(out, 'tfjs_binding.node')];
  const args = [...flags, ...include.map((place) => `-I${place}`), ...sources(folder), ...link, ...output];
  await runCommand('g++', args);
}

function sources(folder) {
  const binding = path.join(folder, 'binding');
  return readdirSync(binding)
    .filter((file) => file.endsWith('.cc'))
    .map((file) => path.join(binding, file));
}

async function fetchWheels(folder, gpu) {
  const pip = ['-m', 'pip', 'download', '--only-binary', ':all:', '--dest', folder];
  if (gpu) {
    await runCommand('python3', [...pip, 'tensorflow[and-cuda]'], { minutes: 60 });
    return;
  }
  try {
    await runCommand('python3', [...pip, '--no-deps', 'tensorflow-cpu'], { minutes: 30 });
  } catch {
    // Not every platform has the smaller package.
    await runCommand('python3', [...pip, '--no-deps', 'tensorflow'], { minutes: 30 });
  }
}
