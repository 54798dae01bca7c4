import { runCommand } from './run-command.mjs';

/**
 * The names of the NVIDIA GPUs that the driver sees, or why there are none.
 * @param {NodeJS.ProcessEnv} env
 */
export async function findGpus(env = process.env) {
  try {
    const output = await runCommand('nvidia-smi', ['--query-gpu=name', '--format=csv,noheader'], { env, minutes: 1 });
    const names = output.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('No devices'));
    return names.length > 0 ? { kind: 'found', names } : { kind: 'missing', reason: 'the NVIDIA driver sees none' };
  } catch (error) {
    return { kind: 'missing', reason: error.message };
  }
}
