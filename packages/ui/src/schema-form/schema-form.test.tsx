import { afterEach, describe, expect, it } from '@jest/globals';
import { MantineProvider } from '@mantine/core';
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import type { FieldIssue } from '../values/error-list.js';
import { fieldKind, type JsonSchema, resolveSchema } from './json-schema.js';
import { SchemaForm } from './schema-form.js';

afterEach(cleanup);

const schema: JsonSchema = {
  type: 'object',
  required: ['name'],
  properties: {
    name: { type: 'string', description: 'What it is called.' },
    epochs: { type: 'integer', minimum: 1, maximum: 100, default: 5, unit: 'epochs' },
    rate: { anyOf: [{ type: 'number' }, { type: 'null' }], exclusiveMinimum: 0 },
    shuffle: { type: 'boolean', default: true },
    kind: { enum: ['small', 'large'], default: 'small' },
    ops: { type: 'array', items: { enum: ['rotate', 'shear'] } },
    widths: { type: 'array', items: { type: 'integer' }, default: [8, 16] },
    nested: { type: 'object', properties: { depth: { type: 'integer' } } },
    anything: {},
  },
};

interface FormProps {
  readonly start: Readonly<Record<string, unknown>>;
  readonly issues: readonly FieldIssue[];
}

/** The form with its value beside it, as JSON. */
function Form({ start, issues }: FormProps) {
  const [current, setCurrent] = useState(start);
  return (
    <>
      <SchemaForm schema={schema} value={current} onChange={setCurrent} issues={issues} />
      <button type="button" onClick={() => setCurrent(start)}>
        Start over
      </button>
      <output data-testid="value">{JSON.stringify(current)}</output>
    </>
  );
}

const valueNow = (): unknown => JSON.parse(screen.getByTestId('value').textContent ?? '');

function show(start: Readonly<Record<string, unknown>> = {}, issues: readonly FieldIssue[] = []) {
  render(
    <MantineProvider env="test">
      <Form start={start} issues={issues} />
    </MantineProvider>,
  );
}

const type = (label: RegExp | string, text: string) =>
  fireEvent.change(screen.getByRole('textbox', { name: label }), { target: { value: text } });

const textOf = (label: RegExp) => (screen.getByRole('textbox', { name: label }) as HTMLInputElement).value;

describe('SchemaForm', () => {
  it('has a labelled field with unit, range and default for each property', () => {
    show();
    const epochs = screen.getByRole('textbox', { name: 'Epochs (epochs)' });
    expect(epochs.getAttribute('placeholder')).toBe('5');
    expect(screen.getByText('1 to 100; default 5.')).toBeTruthy();
    expect(screen.getByText('What it is called.')).toBeTruthy();
    expect((screen.getByRole('switch', { name: /^Shuffle/ }) as HTMLInputElement).checked).toBe(true);
    expect(screen.getByRole('group', { name: 'Nested' })).toBeTruthy();
  });

  it('keeps only what is set, and lets go of it again', () => {
    show();
    type(/Name/, 'x');
    type(/Rate/, '3e-4');
    type(/Depth/, '2');
    fireEvent.click(screen.getByRole('switch', { name: /^Shuffle/ }));
    expect(valueNow()).toEqual({ name: 'x', rate: 0.0003, nested: { depth: 2 }, shuffle: false });
    type(/Rate/, '');
    type(/Depth/, '');
    expect(valueNow()).toEqual({ name: 'x', shuffle: false });
  });

  it('hands on what is no number as it is, for the check to refuse, and says so', () => {
    show({ rate: 1, epochs: 3 });
    type(/Rate/, '1,000');
    type(/Epochs/, '2.5');
    expect(valueNow()).toEqual({ rate: '1,000', epochs: 2.5 });
    expect(screen.getByText(/Not a number/)).toBeTruthy();
    expect(screen.getByText('Needs a whole number')).toBeTruthy();
  });

  it('keeps what was typed while it means the value, and shows another value instead', () => {
    show({ rate: 1 });
    type(/Rate/, '3e-4');
    expect(textOf(/Rate/)).toBe('3e-4');
    type(/Rate/, 'many');
    fireEvent.click(screen.getByRole('button', { name: 'Start over' }));
    expect(textOf(/Rate/)).toBe('1');
    expect(screen.queryByText(/Not a number/)).toBeNull();
  });

  it('puts issues at their fields, nested ones included', () => {
    show({}, [
      { path: ['epochs'], code: 'bad', message: 'too few epochs' },
      { path: ['nested', 'depth'], code: 'bad', message: 'too deep' },
    ]);
    expect(screen.getByRole('textbox', { name: /Epochs/ }).getAttribute('aria-invalid')).toBe('true');
    expect(screen.getByRole('textbox', { name: /Depth/ }).getAttribute('aria-invalid')).toBe('true');
    expect(screen.getByText('too deep')).toBeTruthy();
  });

  it('edits what no field can draw as JSON', () => {
    show();
    type(/Anything/, '{"a": [1');
    expect(valueNow()).toEqual({ anything: '{"a": [1' });
    expect(screen.getByText('Not valid JSON')).toBeTruthy();
    fireEvent.blur(screen.getByRole('textbox', { name: /Anything/ }));
    expect(textOf(/Anything/)).toBe('{"a": [1');
    type(/Anything/, '{"a": [1]}');
    expect(valueNow()).toEqual({ anything: { a: [1] } });
    expect(textOf(/Anything/)).toBe('{"a": [1]}');
    expect(screen.queryByText('Not valid JSON')).toBeNull();
  });
});

describe('a list of objects', () => {
  it('is edited as JSON that begins with the default', () => {
    const items = { type: 'object', properties: { name: { type: 'string' } } };
    const stages: JsonSchema = { type: 'array', items, default: [{ name: 'first' }], description: 'In order.' };
    let changed: unknown;
    render(
      <MantineProvider env="test">
        <SchemaForm
          schema={{ type: 'object', properties: { stages } }}
          value={{}}
          onChange={(value) => {
            changed = value;
          }}
        />
      </MantineProvider>,
    );
    const field = screen.getByLabelText<HTMLTextAreaElement>('Stages');
    expect(JSON.parse(field.value)).toEqual([{ name: 'first' }]);
    expect(screen.getByText('In order.')).toBeTruthy();
    act(() => void fireEvent.change(field, { target: { value: '[{"name":"only"}]' } }));
    expect(changed).toEqual({ stages: [{ name: 'only' }] });
  });
});

describe('fieldKind', () => {
  it.each([
    [{ type: 'string' }, 'text'],
    [{ type: ['integer', 'null'] }, 'number'],
    [{ anyOf: [{ const: 'a' }, { const: 'b' }] }, 'choice'],
    [{ anyOf: [{ type: 'string' }, { type: 'number' }] }, 'variants'],
    [{ type: 'array', items: { type: 'string' } }, 'list'],
    [{ type: 'array', items: { type: 'object', properties: { a: {} } } }, 'json'],
    [{ type: 'object', additionalProperties: {} }, 'json'],
    [{ const: 3 }, 'fixed'],
  ] as const)('draws %j as %s', (given, kind) => expect(fieldKind(given, given).kind).toBe(kind));

  it('follows references and looks through optional wrappers', () => {
    const root: JsonSchema = { $defs: { size: { type: 'integer', minimum: 2 } } };
    const resolved = resolveSchema({ anyOf: [{ $ref: '#/$defs/size' }, { type: 'null' }], default: 4 }, root);
    expect(resolved).toMatchObject({ type: 'integer', minimum: 2, default: 4 });
  });
});

const tangled: JsonSchema = {
  type: 'object',
  properties: {
    acquisition: {
      title: 'Acquisition',
      description: 'What the next point maximises.',
      default: 'logEI',
      anyOf: [{ const: 'logEI' }, { const: 'UCB' }],
    },
    kernel: {
      type: 'object',
      title: 'Kernel',
      description: 'How alike two points are.',
      properties: {
        smoothness: { enum: [0.5, 1.5, 2.5], default: 2.5 },
        priors: {
          type: 'object',
          properties: {
            lengthScale: { anyOf: [{ type: 'number', exclusiveMinimum: 0 }, { type: 'null' }], default: null },
          },
        },
      },
    },
    optimiser: {
      oneOf: [
        { type: 'object', properties: { kind: { const: 'local' }, steps: { type: 'integer' } } },
        { type: 'object', properties: { kind: { const: 'global' }, samples: { type: 'integer' } } },
      ],
      default: { kind: 'local', steps: 10 },
    },
    window: { title: 'Window', anyOf: [{ type: 'integer', minimum: 1 }, { type: 'null' }], default: 100 },
    frozen: { type: 'array', items: { type: 'string' }, default: [] },
    jitter: { type: 'number', default: 1e-6, rare: true },
    warp: { type: 'boolean', default: false, rare: true, description: 'A long sentence. '.repeat(20) },
  },
};

function Tangled({ start = {}, issues = [] }: Partial<FormProps>) {
  const [current, setCurrent] = useState(start);
  return (
    <MantineProvider env="test">
      <SchemaForm schema={tangled} value={current} onChange={setCurrent} issues={issues} />
      <output data-testid="value">{JSON.stringify(current)}</output>
    </MantineProvider>
  );
}

describe('the options of a method', () => {
  it('nest as deep as the schema does, each with its label', () => {
    render(<Tangled issues={[{ path: ['kernel', 'priors', 'lengthScale'], code: 'bad', message: 'too short' }]} />);
    expect(screen.getByRole('group', { name: 'Kernel' })).toBeTruthy();
    expect(screen.getByRole('group', { name: 'Priors' })).toBeTruthy();
    expect(screen.getByText('too short')).toBeTruthy();
    type(/Length scale/, '0.1');
    expect(valueNow()).toEqual({ kernel: { priors: { lengthScale: 0.1 } } });
    type(/Length scale/, '');
    expect(valueNow()).toEqual({});
  });

  it('say that nothing is the default where it is', () => {
    render(<Tangled />);
    expect((screen.getByRole('textbox', { name: /Length scale/ }) as HTMLInputElement).placeholder).toBe('none');
    expect(screen.getByText('More than 0; default none.')).toBeTruthy();
    expect(screen.queryByRole('checkbox', { name: 'No length scale' })).toBeNull();
  });

  it('say which of several shapes is the default, and of a switch whether it is on', () => {
    render(<Tangled start={{ warp: true }} />);
    const shape = screen.getByRole('combobox', { name: 'Optimiser' }) as HTMLInputElement;
    expect([shape.value, shape.placeholder]).toEqual(['', 'local']);
    fireEvent.click(shape);
    fireEvent.click(screen.getByRole('option', { name: 'global' }));
    type(/Samples/, '9');
    expect(valueNow()).toEqual({ warp: true, optimiser: { kind: 'global', samples: 9 } });
    expect(screen.getByText(/default off\.$/)).toBeTruthy();
    expect(screen.queryByText(/default \{/)).toBeNull();
  });

  it('have a switch for nothing where a number is the default', () => {
    render(<Tangled />);
    const none = screen.getByRole('checkbox', { name: 'No window' });
    fireEvent.click(none);
    expect(valueNow()).toEqual({ window: null });
    expect((screen.getByRole('textbox', { name: 'Window' }) as HTMLInputElement).disabled).toBe(true);
    fireEvent.click(none);
    expect(valueNow()).toEqual({});
    type('Window', '7');
    expect(valueNow()).toEqual({ window: 7 });
  });

  it('keep numbers of a list of choices numbers, and texts of a list texts', () => {
    render(<Tangled start={{ frozen: ['hp.lr'] }} />);
    fireEvent.click(screen.getByRole('combobox', { name: 'Smoothness' }));
    fireEvent.click(screen.getByRole('option', { name: '1.5' }));
    const list = screen.getByRole('combobox', { name: 'Frozen' });
    act(() => list.focus());
    fireEvent.change(list, { target: { value: 'hp.batch' } });
    fireEvent.keyDown(list, { key: 'Enter' });
    expect(valueNow()).toEqual({ kernel: { smoothness: 1.5 }, frozen: ['hp.lr', 'hp.batch'] });
  });

  it('that few people change are folded, unless one is set or wrong', () => {
    const isOpen = () => screen.getByText('More options (2)').closest('details')?.open;
    const folded = render(<Tangled />);
    expect(isOpen()).toBe(false);
    folded.unmount();
    const set = render(<Tangled start={{ jitter: 0.1 }} />);
    expect(isOpen()).toBe(true);
    set.unmount();
    render(<Tangled issues={[{ path: ['warp'], code: 'bad', message: 'no' }]} />);
    expect(isOpen()).toBe(true);
  });
});
