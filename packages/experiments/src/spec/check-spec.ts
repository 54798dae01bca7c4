import type { ExperimentSpec, Issue, JsonObject, TaskManifest } from '@cambium/core';
import { prefixIssues, unknownName } from '@cambium/core';
import type { Registries } from '../registries.js';
import { checkAbilities } from './check-abilities.js';
import { checkAlgorithm, chosenSearcher } from './check-algorithm.js';
import { checkBaselines } from './check-baselines.js';
import { checkFilterMetric } from './check-filter.js';
import { checkConstraints, checkObjectives } from './check-metrics.js';
import { checkScreening } from './check-screening.js';
import { checkSearchable } from './check-searchable.js';
import { checkSpace } from './check-space.js';
import { checkWarmStart } from './check-warm-start.js';
import { parseFields } from './parse-fields.js';
import { parseWith } from './schema-issues.js';
import type { SpecFields } from './spec-fields.js';
import { usedSearchers } from './used-searchers.js';

/** A specification that may leave its space to the task. */
export type OpenSpec = Omit<ExperimentSpec, 'space'> & Partial<Pick<ExperimentSpec, 'space'>>;

export type CheckedSpec =
  | { readonly kind: 'valid'; readonly spec: OpenSpec; readonly task: TaskManifest }
  | { readonly kind: 'refused'; readonly issues: readonly Issue[] };

/**
 * Checks raw input against the registries and completes it with defaults. Pure: whether the data is there is a question
 * for `prepareSpec`. Says everything that is wrong at once; issue paths start at the specification.
 */
export function checkSpec(input: unknown, registries: Registries): CheckedSpec {
  const parsed = parseFields(input);
  const task = parsed.fields.task && checkTask(parsed.fields.task, registries);
  const { fields, issues: shapeIssues } = task?.manifest?.ownSpace === true ? withoutSpace(parsed) : parsed;
  const isGiven = (fields.warmStart?.points.length ?? 0) >= (fields.budget?.maxTrials ?? Number.POSITIVE_INFINITY);
  const space = fields.space && checkSpace(fields.space, task, { isGiven });
  const searcher = fields.searcher && checkAlgorithm(registries.searchers, fields.searcher);
  const used = usedSearchers(searcher?.definition, searcher?.options);
  const pruner = fields.pruner && checkAlgorithm(registries.pruners, fields.pruner);
  const metrics = task?.settings && task.manifest?.metrics(task.settings.parsed);
  const objectives = metrics && fields.objectives && checkObjectives(fields.objectives, metrics);
  const { seed: givenSeed = 0 } = fields;
  const warm =
    fields.warmStart && space?.space && checkWarmStart(fields.warmStart, { space: space.space, seed: givenSeed });
  const screening = fields.warmStart?.screening;
  const screeningIssues =
    screening &&
    checkScreening(screening, {
      task: task?.manifest,
      metrics,
      searcher: searcher?.definition,
      budget: fields.budget,
    });
  const baselines = checkBaselines(fields.baselines, { space: space?.space, task: task?.manifest });
  const constraintIssues = metrics && fields.constraints && checkConstraints(constraintsOf(fields), metrics);

  const issues: Issue[] = [
    ...shapeIssues,
    ...prefixIssues(['task'], task?.issues ?? []),
    ...prefixIssues(['space'], space?.issues ?? []),
    ...prefixIssues(['objectives'], objectives?.issues ?? []),
    ...prefixIssues(['constraints'], constraintIssues ?? []),
    ...prefixIssues(['searcher'], searcher?.issues ?? []),
    ...prefixIssues(['pruner'], pruner?.issues ?? []),
    ...prefixIssues(['pruner', 'options'], checkFilterMetric(pruner, metrics)),
    ...checkSearchable({
      chosen: chosenSearcher(searcher),
      space: space?.space,
      maxTrials: fields.budget?.maxTrials,
      points: fields.warmStart?.points.length ?? 0,
    }),
    ...checkAbilities({
      searchers: used,
      pruner: pruner?.definition,
      objectives: objectives?.objectives ?? [],
      space: space?.space,
      task: task?.manifest,
    }),
    ...prefixIssues(['warmStart'], warm?.issues ?? []),
    ...prefixIssues(['warmStart', 'screening'], screeningIssues ?? []),
    ...prefixIssues(['baselines'], baselines.issues),
    ...checkFinal(fields, task?.manifest),
  ];
  const { name, description, budget, seed } = fields;
  const complete = name !== undefined && budget !== undefined && seed !== undefined && objectives;
  if (issues.length > 0 || !complete || !fields.searcher || !task?.manifest || !task.settings) {
    return { kind: 'refused', issues };
  }
  const { maxTrialSeconds, maxDeviceSeconds, ...limits } = budget;
  const spec: OpenSpec = {
    name,
    ...(description === undefined ? {} : { description }),
    task: { name: task.manifest.name, settings: task.settings.completed },
    ...(fields.space === undefined ? {} : { space: fields.space }),
    objectives: objectives.objectives,
    constraints: constraintsOf(fields),
    searcher: { name: fields.searcher.name, options: searcher?.options ?? {} },
    ...(fields.pruner === undefined ? {} : { pruner: { name: fields.pruner.name, options: pruner?.options ?? {} } }),
    budget: {
      ...limits,
      ...(maxTrialSeconds === undefined ? {} : { maxTrialSeconds }),
      ...(maxDeviceSeconds === undefined ? {} : { maxDeviceSeconds }),
    },
    final: finalStage(fields, task.manifest),
    ...(warm ? { warmStart: warm.warmStart } : {}),
    ...(fields.reuseResults === undefined ? {} : { reuseResults: fields.reuseResults }),
    ...(baselines.baselines === undefined ? {} : { baselines: baselines.baselines }),
    seed,
  };
  return { kind: 'valid', spec, task: task.manifest };
}

/** An absent or empty space (a form may leave one behind) is nothing to complain about. */
function withoutSpace({ fields, issues }: ReturnType<typeof parseFields>): ReturnType<typeof parseFields> {
  const { space, ...others } = fields;
  return {
    fields: space === undefined || Object.keys(space).length === 0 ? others : fields,
    issues: issues.filter(({ path, code }) => !(path.length === 1 && path[0] === 'space' && code === 'missing')),
  };
}

function checkTask(given: NonNullable<SpecFields['task']>, { tasks }: Registries) {
  const manifest = tasks.find(given.name);
  if (manifest === undefined) {
    const message = unknownName('task', given.name, tasks.names);
    return { issues: [{ path: ['name'], code: 'unknown-task', message }] };
  }
  const parsed = parseWith(manifest.settings, given.settings);
  if (parsed.kind === 'refused') return { manifest, issues: prefixIssues(['settings'], parsed.issues) };
  return { manifest, settings: { parsed: parsed.data, completed: parsed.data as JsonObject }, issues: [] };
}

function constraintsOf(fields: SpecFields): ExperimentSpec['constraints'] {
  return (fields.constraints ?? []).map(({ metric, min, max }) => ({
    metric,
    ...(min === undefined ? {} : { min }),
    ...(max === undefined ? {} : { max }),
  }));
}

function finalStage({ final }: SpecFields, { retrainsFinal }: TaskManifest): ExperimentSpec['final'] {
  const top = final?.top ?? (retrainsFinal ? 1 : 0);
  return final?.reevaluate === undefined ? { top } : { top, reevaluate: final.reevaluate };
}

function checkFinal({ final }: SpecFields, task: TaskManifest | undefined): Issue[] {
  if ((final?.top ?? 0) === 0 || task === undefined || task.retrainsFinal) return [];
  const message = `task ${task.name} does not retrain winners; leave final out or set top to 0`;
  return [{ path: ['final', 'top'], code: 'no-final', message }];
}
