import type { ExperimentSpec, MetricDescriptor, Space, TaskEnvironment, TaskManifest } from '@cambium/core';
import { compileSpace } from '@cambium/spaces';
import type { Registries } from '../registries.js';
import { checkAlgorithm, chosenSearcher } from './check-algorithm.js';
import { parseFields } from './parse-fields.js';
import { type PreparedSpec, prepareSpec } from './prepare-spec.js';
import { parseWith } from './schema-issues.js';
import { sharesWeights } from './shares-weights.js';
import type { SpecFields } from './spec-fields.js';
import { type UnfitMethod, unfitMethods } from './unfit-methods.js';
import { usedSearchers } from './used-searchers.js';

/** A specification, finished or not, as a form needs to know it. */
export interface SpecSurvey {
  readonly prepared: PreparedSpec;
  /** The one that would be searched; undefined where none can be read. */
  readonly space: Space | undefined;
  /** Of the task with these settings; empty where they can't be read. */
  readonly metrics: readonly MetricDescriptor[];
  readonly unfit: readonly UnfitMethod[];
}

/** Checks a specification, and reads out of it what can be read whatever else is wrong. */
export async function surveySpec(
  input: unknown,
  registries: Registries,
  environment: TaskEnvironment,
): Promise<SpecSurvey> {
  const prepared = await prepareSpec(input, registries, environment);
  const { fields } = parseFields(input);
  const given = prepared.kind === 'ready' ? prepared.spec.space : fields.space;
  const compiled = given && compileSpace(given);
  const space = compiled?.kind === 'compiled' ? compiled.space : undefined;
  const task = registries.tasks.find(fields.task?.name ?? '');
  const searcher = fields.searcher && checkAlgorithm(registries.searchers, fields.searcher);
  const asked = {
    searchers: usedSearchers(searcher?.definition, searcher?.options),
    chosen: chosenSearcher(searcher),
    pruner: fields.pruner && registries.pruners.find(fields.pruner.name),
    objectives: (fields.objectives ?? []).map(({ metric, direction = 'minimize' as const }) => ({ metric, direction })),
    space,
    task,
    // Without the task's images only a space without any architecture is known to share nothing.
    sharesWeights: prepared.kind === 'ready' && given ? sharesWeights(given, prepared.context) : hasArchitecture(given),
    maxStep: prepared.maxStep,
    maxTrials: fields.budget?.maxTrials,
    points: fields.warmStart?.points.length ?? 0,
  };
  const metrics = metricsOf(fields, task);
  return { prepared, space, metrics, unfit: unfitMethods(asked, registries) };
}

function metricsOf({ task: given }: SpecFields, task: TaskManifest | undefined): readonly MetricDescriptor[] {
  if (given === undefined || task === undefined) return [];
  const settings = parseWith(task.settings, given.settings);
  return settings.kind === 'parsed' ? task.metrics(settings.data) : [];
}

/** False: no architecture is searched; undefined: it is not known what its networks share. */
function hasArchitecture(space: ExperimentSpec['space'] | undefined): false | undefined {
  return space !== undefined && space.arch === undefined ? false : undefined;
}
