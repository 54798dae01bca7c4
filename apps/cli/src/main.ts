import { readFileSync } from 'node:fs';
import { CambiumError, formatPath } from '@cambium/core';
import { Command, CommanderError, InvalidArgumentError } from 'commander';
import { CommandError } from './command-error.js';
import { type Environment, readEnvironment } from './env.js';

const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
  version: string;
};

const jsonResult = 'print the result as one line of JSON on a terminal, too; elsewhere it always is';

/** Runs the command of a command line and sets the exit code. 0: done. 1: it failed. 2: the input is wrong. */
export async function main(argv: readonly string[]): Promise<void> {
  try {
    await program(readEnvironment()).parseAsync(argv);
  } catch (error) {
    process.exitCode = exitCode(error);
    // Commander has written its own.
    if (!(error instanceof CommanderError)) console.error(describeError(error));
  }
}

/** Commands are loaded when they run: `--help` needs no TensorFlow.js. */
function program(environment: Environment): Command {
  const cambium = new Command('cambium')
    .description('Search hyperparameters, architectures, augmentation and training procedures as one experiment.')
    .version(version)
    .showHelpAfterError('Help: npx cambium --help, npx cambium <command> --help')
    .exitOverride();

  cambium
    .command('start')
    .description('start database, API, dashboard and a local runner; prints one address to open')
    .option('--no-demo', 'do not start the first search on an empty database')
    .option('--no-runner', 'start no runner on this machine')
    .action(async (options: { demo: boolean; runner: boolean }) => {
      await (await import('./commands/start-command.js')).runStart(environment, options);
    });

  cambium
    .command('run')
    .description('run a specification to its end; Ctrl-C pauses it (with --in-process: stops it)')
    .argument('<file>', 'a specification in YAML or JSON, e.g. examples/first-search.yaml')
    .option('--in-process', 'without database and API: nothing is kept')
    .option('--json', jsonResult)
    .action(async (file: string, options: { inProcess?: boolean; json?: boolean }) => {
      await (await import('./commands/run-command.js')).runSpec(environment, file, options);
    });

  cambium
    .command('resume')
    .description('go on with a paused or interrupted experiment of this data folder to its end')
    .argument('<id>', 'id of the experiment')
    .option('--json', jsonResult)
    .action(async (id: string, options: { json?: boolean }) => {
      await (await import('./commands/resume-command.js')).runResume(environment, id, options);
    });

  cambium
    .command('runner')
    .description('execute trials of a Cambium server')
    .option('--url <url>', 'its address (or CAMBIUM_URL)')
    .option('--token <token>', 'a runner token (or CAMBIUM_TOKEN)')
    .option('--name <name>', 'how it shows in the dashboard; the host name by default')
    .option('--slots <n>', 'trials at a time; one per GPU or per CPU core by default', positiveInteger)
    .option('--backend <name>', 'native, webgpu or wasm; the best available by default')
    .action(async (options) => {
      await (await import('./commands/runner-command.js')).runRunner(environment, options);
    });

  cambium
    .command('doctor')
    .description('say what works on this machine, and why not better')
    .option('--json', 'as JSON')
    .action(async (options: { json?: boolean }) => {
      await (await import('./commands/doctor-command.js')).runDoctor(environment, options);
    });

  cambium
    .command('export')
    .description(
      'write the trained model of a trial, or of an experiment’s retrained winner, and check that it predicts the same',
    )
    .argument('<id>', 'id of an experiment or a trial')
    .requiredOption(
      '--format <format>',
      'tfjs, keras-json, pytorch-source, keras-source, network-json or saved-model (which needs the native backend)',
    )
    .option('--out <folder>', 'where to write it', 'model')
    .action(async (id: string, options: { format: string; out: string }) => {
      await (await import('./commands/export-command.js')).runExport(environment, id, options);
    });

  cambium
    .command('replay')
    .description('run an experiment’s searcher again from its ledger and compare every suggestion')
    .argument('<id>', 'id of an experiment')
    .action(async (id: string) => {
      await (await import('./commands/replay-command.js')).runReplay(environment, id);
    });

  cambium
    .command('dataset')
    .description('data sets that do not come with Cambium')
    .command('fetch')
    .argument('<name>', 'e.g. fashion-mnist')
    .description('fetch and check a data set into the data folder')
    .action(async (name: string) => {
      await (await import('./commands/dataset-command.js')).fetchNamedDataset(environment, name);
    });

  cambium
    .command('login-link')
    .description('print a new one-time link that signs a browser in')
    .action(async () => {
      await (await import('./commands/login-link-command.js')).printLoginLink(environment);
    });

  cambium
    .command('bench')
    .description('measure this machine; prints JSON')
    .argument('<name>', 'train, augment or latency')
    .action(async (name: string) => {
      await (await import('./commands/bench-command.js')).runBench(environment, name);
    });

  cambium
    .command('api', { hidden: true })
    .requiredOption('--port <port>', '', positiveInteger)
    .requiredOption('--public-url <url>')
    .requiredOption('--database-kind <kind>')
    .action(async (options: { port: number; publicUrl: string; databaseKind: 'embedded' | 'server' }) => {
      await (await import('./commands/api-command.js')).runApiProcess(environment, options);
    });
  return cambium;
}

function positiveInteger(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1) throw new InvalidArgumentError('must be an integer of at least 1');
  return value;
}

function exitCode(error: unknown): number {
  if (error instanceof CommandError) return error.exitCode;
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  return error instanceof CambiumError && (error.code === 'fix-input' || error.code === 'not-found') ? 2 : 1;
}

/** A message for a person; a stack only for what nobody expected. */
function describeError(error: unknown): string {
  if (error instanceof CommandError) return error.message;
  if (error instanceof CambiumError) {
    return [error.message, ...error.issues.map(({ path, message }) => `  ${formatPath(path)}: ${message}`)].join('\n');
  }
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
