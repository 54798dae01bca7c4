import { afterEach, expect, it } from '@jest/globals';
import { MantineProvider } from '@mantine/core';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { BaselinesSection } from './baselines-section.js';
import type { CatalogInfo, SectionProps } from './section-props.js';
import { editSpec, parseSpec } from './spec-text.js';

afterEach(cleanup);

const names = ['none', 'trivialaugment-wide', 'autoaugment-svhn'];
const catalog = {
  dialects: [
    {
      name: 'published',
      branch: 'aug',
      summary: '',
      schema: { properties: { policies: { type: 'array', items: { type: 'string', enum: names } } } },
    },
  ],
} as unknown as CatalogInfo;

/** The section over a YAML text, as the page has it; the text is shown. */
function Page({ yaml, branch, issues = [] }: { yaml: string; branch: string; issues?: SectionProps['issues'] }) {
  const [text, setText] = useState(yaml);
  const parsed = parseSpec(text);
  const parameters = [{ name: `${branch}.x`, branch, domain: {}, conditions: [] }];
  return (
    <MantineProvider env="test">
      <BaselinesSection
        catalog={catalog}
        spec={parsed.kind === 'spec' ? parsed.spec : {}}
        issues={issues}
        found={{ parameters: parameters as never, metrics: [], unfit: [] }}
        set={(path, value) => setText((current) => editSpec(current, path, value))}
        setObject={() => undefined}
      />
      <pre data-testid="yaml">{text}</pre>
    </MantineProvider>
  );
}

const yaml = () => screen.getByTestId('yaml').textContent;
const field = () => screen.queryByRole('combobox', { name: 'Compared with' });
const remove = (name: string) => {
  const pill = screen.getByText(name, { selector: '.mantine-Pill-label' });
  fireEvent.click(pill.parentElement?.querySelector('button') as HTMLElement);
};

it('is there only where an augmentation policy is searched', () => {
  render(<Page yaml="name: a" branch="hp" />);
  expect(field()).toBeNull();
});

it('has what the specification falls back to, and writes what is chosen instead, down to nothing', () => {
  render(<Page yaml={'name: a # kept\n'} branch="aug" />);
  expect(yaml()).toBe('name: a # kept\n');
  fireEvent.click(field() as HTMLElement);
  fireEvent.click(screen.getByRole('option', { name: 'autoaugment-svhn' }));
  expect(parseSpec(yaml() ?? '')).toMatchObject({ spec: { name: 'a', baselines: names } });
  expect(yaml()).toContain('# kept');
  for (const name of names) remove(name);
  expect(parseSpec(yaml() ?? '')).toMatchObject({ spec: { baselines: [] } });
});

it('shows what the YAML says, with its error, and lets go of what does not belong', () => {
  const issues = [{ path: ['baselines'], code: 'no-baselines', message: 'leave baselines out' }];
  render(<Page yaml="baselines: [nonne]" branch="hp" issues={issues} />);
  expect(screen.getByText('leave baselines out')).toBeTruthy();
  remove('nonne');
  expect(parseSpec(yaml() ?? '')).toEqual({ kind: 'spec', spec: {} });
  expect(field()).toBeNull();
});
