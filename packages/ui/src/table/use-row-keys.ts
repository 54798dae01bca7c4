import { type KeyboardEvent, useState } from 'react';

export interface RowKeysOptions {
  readonly count: number;
  /** Rows of one page, for Page Up and Page Down. */
  readonly page: number;
  readonly scrollTo: (index: number) => void;
  readonly onToggle: (index: number) => void;
  readonly onOpen: (index: number) => void;
}

export interface RowKeys {
  /** The row that Tab reaches. */
  readonly active: number;
  readonly setActive: (index: number) => void;
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
}

/** Arrow keys, Home, End and Page keys move between rows; Space selects, Enter opens. One row is in the tab order. */
export function useRowKeys(options: RowKeysOptions): RowKeys {
  const { count, page, scrollTo, onToggle, onOpen } = options;
  const [active, setActive] = useState(0);
  const current = Math.min(active, Math.max(count - 1, 0));
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const target = event.target as HTMLElement;
    if (target.tagName !== 'TR') return;
    const moves: Record<string, number> = {
      ArrowDown: current + 1,
      ArrowUp: current - 1,
      PageDown: current + page,
      PageUp: current - page,
      Home: 0,
      End: count - 1,
    };
    const move = moves[event.key];
    if (move !== undefined) {
      event.preventDefault();
      const next = Math.max(0, Math.min(count - 1, move));
      setActive(next);
      scrollTo(next);
    } else if (event.key === ' ') {
      event.preventDefault();
      onToggle(current);
    } else if (event.key === 'Enter') {
      onOpen(current);
    }
  };
  return { active: current, setActive, onKeyDown };
}
