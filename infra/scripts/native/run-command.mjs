import { spawn } from 'node:child_process';

/**
 * Runs a program to its end and gives what it wrote. Throws with its last lines when it fails or takes too long.
 * @param {string} program
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, minutes?: number }} options
 */
export function runCommand(program, args, { cwd, env, minutes = 10 } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd, env: env ?? process.env, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    const keep = (chunk) => {
      output = `${output}${chunk}`.slice(-20_000);
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    const timer = setTimeout(() => child.kill('SIGKILL'), minutes * 60_000);
    child.on('error', (error) => {
      clearTimeout(timer);
      reject(new Error(error.code === 'ENOENT' ? `${program} is not installed` : error.message));
    });
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      if (code === 0) return resolve(output);
      const why = signal === 'SIGKILL' ? `took more than ${minutes} minutes` : `ended with code ${code ?? signal}`;
      return reject(new Error(`${program} ${why}: ${lastLines(output)}`));
    });
  });
}

/** The last lines that name an error, where there are any: what comes after it is where it happened. */
function lastLines(output) {
  const lines = output.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('[notice]'));
  const errors = lines.filter((line) => /error:/i.test(line));
  return (errors.length > 0 ? errors : lines).slice(-3).join(' | ').slice(-400);
}
