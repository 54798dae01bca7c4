import { existsSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { unknownName } from '@cambium/core';
import { parseContestant, splitList } from '../contestant.js';
import { machine } from '../machine.js';
import { openAll } from '../open-all.js';
import { reportLines } from '../print-report.js';
import { deviceColumns, deviceName, nasCosts } from '../problems/nas-costs.js';
import { type ProblemRuns, runProblems } from '../run-problems.js';
import { wholeNumber } from '../whole-number.js';
import { frontVerdicts, referenceVerdicts, targetVerdicts, verdictLines } from './verdicts.js';

const help = `npm run bench -- nas [options]
  Searches of NAS-Bench-201's table: sample-based searchers against published ones, fronts of error and cost, and
  MnasNet's reward of accuracy and latency
  --searchers of the first part; default evolution(population=10;tournament=3),reinforce,local-search
  --fronts    searchers of the second; default nsga-ii
  --rewards   searchers of the third; default evolution(population=10;tournament=3),reinforce,local-search
  --devices   columns of nasbench201/nb201_latency_ms.csv, and flops; default flops and all of them
  --latencies another file with the same columns idx and ops, and one for each device; --devices are its columns
  --targets   of the third part's hard reward: 25 is in ms, or millions of FLOPs; 50% is what half of all cells are below.
              Default: for each device the one that says most
  --parts     of comparison, fronts, rewards; default all
  --seeds     runs of each searcher on each problem; default 200
  --trials    the last budget; default the problem's own
  --threads   searches at one time; default one for each core
  --data      folder with the benchmarks' data; default ../shared/data`;

const evolution = 'evolution(population=10;tournament=3)';
const comparisons = ['nb201-cifar10', 'nb201-cifar100', 'nb201-imagenet16'].flatMap((name) => [name, `${name}-200`]);
const parts = ['comparison', 'fronts', 'rewards'] as const;

/** `npm run bench -- nas`: tables and verdicts on stderr, one line of JSON on stdout. */
export async function runNas(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      searchers: { type: 'string', default: `${evolution},reinforce,local-search` },
      fronts: { type: 'string', default: 'nsga-ii' },
      rewards: { type: 'string', default: `${evolution},reinforce,local-search` },
      devices: { type: 'string' },
      latencies: { type: 'string' },
      targets: { type: 'string' },
      parts: { type: 'string', default: parts.join() },
      seeds: { type: 'string', default: '200' },
      trials: { type: 'string' },
      threads: { type: 'string', default: String(os.availableParallelism()) },
      data: { type: 'string', default: path.resolve(import.meta.dirname, '../../../../shared/data') },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return console.error(help);
  const dataDir = path.resolve(values.data);
  const chosen = splitList(values.parts);
  const unknown = chosen.find((part) => !(parts as readonly string[]).includes(part));
  if (unknown !== undefined) throw new Error(`--parts knows ${parts.join(', ')}, not "${unknown}"`);
  const seeds = wholeNumber('seeds', values.seeds);
  const threads = wholeNumber('threads', values.threads);
  const last = values.trials === undefined ? undefined : wholeNumber('trials', values.trials);
  const devices = devicesOf({ ...values, dataDir });

  const run = async (part: (typeof parts)[number], names: readonly string[], searchers: string) => {
    if (!chosen.includes(part)) return { ran: [], skipped: [] };
    const contestants = splitList(searchers).map((label) => parseContestant(label).label);
    const { problems, skipped } = await openAll(names, dataDir);
    const ran = await runProblems(problems, { contestants, seeds, parallel: 1, threads, dataDir, last });
    for (const { report } of ran) for (const line of reportLines(report)) console.error(line);
    return { ran, skipped };
  };
  const targets = values.targets === undefined ? [''] : splitList(values.targets).map((target) => `@${target}`);
  const rewards = devices.flatMap((device) => [
    `mnasnet-soft-${device}`,
    ...targets.map((target) => `mnasnet-hard-${device}${target}`),
  ]);
  const results = {
    comparison: await run('comparison', comparisons, values.searchers),
    fronts: await run(
      'fronts',
      devices.map((device) => `nb201-${device}`),
      values.fronts,
    ),
    rewards: await run('rewards', rewards, values.rewards),
  };
  const verdicts = [
    ...referenceVerdicts(results.comparison.ran),
    ...frontVerdicts(results.fronts.ran),
    ...targetVerdicts(results.rewards.ran),
  ];
  for (const line of verdictLines(verdicts)) console.error(line);
  const skipped = parts.flatMap((part) => results[part].skipped);
  for (const reason of skipped) console.error(`skipped: ${reason}`);
  const reportsOf = ({ ran }: { ran: readonly ProblemRuns[] }) => ran.map(({ report }) => report);
  const settings = { seeds, threads, devices, parts: chosen };
  const reports = Object.fromEntries(parts.map((part) => [part, reportsOf(results[part])]));
  console.log(JSON.stringify({ benchmark: 'nas', machine: machine(), settings, ...reports, verdicts, skipped }));
}

interface GivenDevices {
  readonly devices?: string | undefined;
  readonly latencies?: string | undefined;
  readonly dataDir: string;
}

/** As problems are named after them. @throws Error for a file that is not there or has no such column. */
function devicesOf({ devices, latencies, dataDir }: GivenDevices): readonly string[] {
  if (latencies === undefined) {
    return devices === undefined ? nasCosts(dataDir).map(({ name }) => name) : splitList(devices).map(deviceName);
  }
  if (!existsSync(latencies)) throw new Error(`--latencies: there is no file ${path.resolve(latencies)}`);
  const columns = deviceColumns(latencies);
  const chosen = devices === undefined ? columns : splitList(devices);
  const unknown = chosen.find((column) => !columns.includes(column));
  if (unknown !== undefined) throw new Error(unknownName(`device in ${latencies}`, unknown, columns));
  return chosen.map((column) => `${latencies}:${column}`);
}
