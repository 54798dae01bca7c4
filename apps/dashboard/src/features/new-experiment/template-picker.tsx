'use client';

import { UnstyledButton } from '@mantine/core';
import type { ReactElement } from 'react';
import classes from './new-experiment.module.css';
import type { CatalogInfo } from './section-props.js';

export interface TemplatePickerProps {
  readonly templates: CatalogInfo['templates'];
  /** Name of the one that the specification started from. */
  readonly chosen: string | null;
  readonly onChoose: (template: CatalogInfo['templates'][number]) => void;
}

/** Specifications to start from. Choosing one replaces what is in the form. */
export function TemplatePicker({ templates, chosen, onChoose }: TemplatePickerProps): ReactElement | null {
  if (templates.length === 0) return null;
  return (
    <section className="card" aria-label="Templates">
      <h2 className={classes.title}>Start from a template</h2>
      <ul className={classes.templates}>
        {templates.map((template) => (
          <li key={template.name}>
            <UnstyledButton
              className={classes.template ?? ''}
              aria-pressed={chosen === template.name}
              onClick={() => onChoose(template)}
            >
              <strong>{template.title}</strong>
              <span>{template.summary}</span>
            </UnstyledButton>
          </li>
        ))}
      </ul>
    </section>
  );
}
