import { type MouseEvent, useRef } from 'react';

/** A pointer that moved farther than this many CSS pixels while it was down did not click. */
const drag = 6;

export interface TrialClick {
  readonly onMouseDown: (event: MouseEvent) => void;
  readonly onClick: (event: MouseEvent) => void;
}

/**
 * Opens the trial whose link was pressed, also when the live rows moved on before the button was let go: such a click
 * has the table as its target, not the link. Clicks that ask for another tab are left to the browser.
 */
export function useTrialClick(onOpen: (number: number) => void): TrialClick {
  const pressed = useRef<{ number: number; x: number; y: number } | null>(null);
  return {
    onMouseDown: ({ target, clientX, clientY }) => {
      const number = linkedTrial(target);
      pressed.current = number === null ? null : { number, x: clientX, y: clientY };
    },
    onClick: (event) => {
      const { current } = pressed;
      pressed.current = null;
      if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
      const stayed = current && Math.hypot(event.clientX - current.x, event.clientY - current.y) <= drag;
      const number = linkedTrial(event.target) ?? (stayed ? current.number : null);
      if (number === null) return;
      event.preventDefault();
      onOpen(number);
    },
  };
}

function linkedTrial(target: EventTarget): number | null {
  const row = (target as Element).closest('a')?.closest('tr');
  return row ? Number(row.dataset.trial) : null;
}
