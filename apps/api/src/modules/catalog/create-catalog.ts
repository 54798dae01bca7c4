import type { MetricDescriptor, TaskManifest } from '@cambium/core';
import { datasets } from '@cambium/datasets';
import { pruners, searchers } from '@cambium/search';
import { dialects } from '@cambium/spaces';
import { tasks } from '@cambium/tasks/manifests';
import type { Catalog as CatalogType } from '../../generated/resolver-types.js';
import { jsonSchemaOf } from './json-schema.js';
import type { ExperimentTemplate } from './read-templates.js';

/** What exists, with the schema of each thing's form. Made once: registries do not change while the server runs. */
export type Catalog = Omit<CatalogType, 'tasks' | '__typename'> & {
  tasks: (Omit<CatalogType['tasks'][number], 'metrics'> & { metrics: MetricDescriptor[] })[];
};

export function createCatalog(templates: readonly ExperimentTemplate[]): Catalog {
  return {
    searchers: searchers.entries.map(({ name, summary, options, capabilities }) => ({
      name,
      summary,
      schema: jsonSchemaOf(options),
      capabilities: { ...capabilities },
    })),
    pruners: pruners.entries.map(({ name, summary, options, capabilities }) => ({
      name,
      summary,
      schema: jsonSchemaOf(options),
      capabilities: { ...capabilities },
    })),
    tasks: tasks.entries.map((task) => ({
      name: task.name,
      summary: task.summary,
      schema: jsonSchemaOf(task.settings),
      branches: [...task.branches],
      ownSpace: task.ownSpace === true,
      hyperparameters: meaningsOf(task),
      metrics: metricsOf(task, templates),
      retrainsFinal: task.retrainsFinal,
    })),
    dialects: dialects.entries.map(({ name, branch, summary, settings }) => ({
      name,
      branch,
      summary,
      schema: jsonSchemaOf(settings),
    })),
    datasets: datasets.entries.map(({ name, summary, licence, settings }) => ({
      name,
      summary,
      licence,
      schema: jsonSchemaOf(settings),
    })),
    templates: templates.map((template) => ({ ...template })),
  };
}

/** What each hyperparameter means, by name; null: any name, or those that the settings say. */
function meaningsOf({ hyperparameters }: TaskManifest): Record<string, string> | null {
  if (hyperparameters === null || typeof hyperparameters === 'function') return null;
  return Object.fromEntries(Object.entries(hyperparameters).map(([name, { meaning }]) => [name, meaning]));
}

/**
 * A task's metrics depend on its settings: those of the first example of settings that the task accepts, which are its
 * own defaults or a template's.
 */
function metricsOf(task: TaskManifest, templates: readonly ExperimentTemplate[]): MetricDescriptor[] {
  const examples = templates.map(({ spec }) => spec as { task?: { name?: string; settings?: unknown } } | null);
  const candidates = [
    {},
    ...examples.filter((spec) => spec?.task?.name === task.name).map((spec) => spec?.task?.settings),
  ];
  for (const candidate of candidates) {
    const parsed = task.settings.safeParse(candidate);
    if (parsed.success) return [...task.metrics(parsed.data)];
  }
  return [];
}
