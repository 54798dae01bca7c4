import type { ReactElement, ReactNode } from 'react';

export interface ScrollRegionProps {
  readonly label: string;
  /** CSS pixels; absent where only the width can be too small. */
  readonly maxHeight?: number;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

/** A part of the page that scrolls by itself, by keyboard too (WCAG 2.1.1): hence a landmark in the tab order. */
export function ScrollRegion({ label, maxHeight, className, children }: ScrollRegionProps): ReactElement {
  const style = { overflow: 'auto', ...(maxHeight === undefined ? {} : { maxHeight }) };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region must be reachable by keyboard
    <section className={className} style={style} tabIndex={0} aria-label={label}>
      {children}
    </section>
  );
}
