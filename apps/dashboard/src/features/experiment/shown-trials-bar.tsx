'use client';

import { trialKinds } from '@cambium/core';
import { frontMark, trialKindName } from '@cambium/ui';
import { Button, Checkbox, CloseButton, Group, MultiSelect, TextInput } from '@mantine/core';
import { type ReactElement, useState } from 'react';
import classes from './experiment-view.module.css';
import { allTrials, isFiltered } from './nothing-shown.js';
import { parseRange, rangeText, trialStateNames, type ViewState } from './view-state.js';

export interface ShownTrialsBarProps {
  readonly state: ViewState;
  /** Whether there are several objectives, so that the front is more than the best trial. */
  readonly hasFront: boolean;
  readonly onShow: (next: Partial<ViewState>) => void;
}

/** Which trials the table and every chart show, and which are selected. The brush of the history is here, too. */
export function ShownTrialsBar({ state, hasFront, onShow }: ShownTrialsBarProps): ReactElement {
  const { states, kinds, between, front, selected } = state;
  return (
    <section className={classes.bar} aria-label="Trials that are shown">
      <MultiSelect
        aria-label="States of the trials that are shown"
        placeholder={states.length === 0 ? 'Any state' : ''}
        size="xs"
        miw={150}
        clearable
        data={[...trialStateNames]}
        value={[...states]}
        onChange={(chosen) => onShow({ states: trialStateNames.filter((each) => chosen.includes(each)) })}
      />
      <MultiSelect
        aria-label="Kinds of the trials that are shown"
        placeholder={kinds.length === 0 ? 'Any kind' : ''}
        size="xs"
        miw={150}
        clearable
        data={trialKinds.map((kind) => ({ value: kind, label: trialKindName(kind) }))}
        value={[...kinds]}
        onChange={(chosen) => onShow({ kinds: trialKinds.filter((each) => chosen.includes(each)) })}
      />
      <BrushInput key={rangeText(between)} {...{ between, onShow }} />
      {hasFront || front ? (
        <Checkbox
          size="xs"
          label={`${frontMark.mark} ${frontMark.name} only`}
          checked={front}
          onChange={(event) => onShow({ front: event.currentTarget.checked })}
          className={classes.only}
        />
      ) : null}
      <Group gap={6} ml="auto">
        {isFiltered(state) ? (
          <Button size="compact-xs" variant="default" onClick={() => onShow(allTrials)}>
            Show all trials
          </Button>
        ) : null}
        {selected.length > 0 ? (
          <Button size="compact-xs" variant="default" onClick={() => onShow({ selected: [] })}>
            Clear selection ({selected.length})
          </Button>
        ) : null}
      </Group>
    </section>
  );
}

/** The brush by keyboard: `120-340`. */
function BrushInput({
  between,
  onShow,
}: Pick<ViewState, 'between'> & Pick<ShownTrialsBarProps, 'onShow'>): ReactElement {
  const [text, setText] = useState(rangeText(between));
  const range = parseRange(text.replaceAll(/\s/g, ''));
  const isWrong = text.trim() !== '' && range === null;
  const take = () => {
    if (!isWrong && rangeText(range) !== rangeText(between)) onShow({ between: range });
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        take();
      }}
    >
      <TextInput
        aria-label="Numbers of the trials that are shown, first-last"
        placeholder="Any number, e.g. 20-80"
        size="xs"
        w={180}
        value={text}
        error={isWrong ? 'Write first-last, e.g. 20-80' : null}
        onChange={(event) => setText(event.currentTarget.value)}
        onBlur={take}
        rightSection={
          between === null ? null : (
            <CloseButton size="xs" aria-label="Show trials of any number" onClick={() => onShow({ between: null })} />
          )
        }
      />
    </form>
  );
}
