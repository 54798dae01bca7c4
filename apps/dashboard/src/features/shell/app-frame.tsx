'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import type { ReactElement, ReactNode } from 'react';
import { AccountMenu } from './account-menu.js';
import classes from './app-frame.module.css';
import { ColorSchemeToggle } from './color-scheme-toggle.js';
import { LiveBadge } from './live-badge.js';

const places = [
  { href: '/', label: 'Experiments', owns: (path: string) => path === '/' || path.startsWith('/experiments') },
  { href: '/runners', label: 'Runners', owns: (path: string) => path.startsWith('/runners') },
];

/** What every page has around it. */
export function AppFrame({ children }: { readonly children: ReactNode }): ReactElement {
  const path = usePathname();
  return (
    <>
      <a href="#main" className={classes.skip}>
        Skip to content
      </a>
      <header className={classes.header}>
        <Link href="/" className={classes.brand ?? ''} aria-label="Cambium, all experiments">
          <svg
            width="22"
            height="22"
            viewBox="0 0 22 22"
            fill="none"
            stroke="currentColor"
            strokeWidth="2"
            aria-hidden="true"
          >
            <circle cx="11" cy="11" r="9" />
            <circle cx="11" cy="11" r="4.6" stroke="var(--cambium-accent)" />
            <circle cx="11" cy="11" r="0.6" />
          </svg>
          <span className={classes.word}>Cambium</span>
        </Link>
        <nav aria-label="Main" className={classes.nav}>
          {places.map(({ href, label, owns }) => (
            <Link key={href} href={href} className={classes.link ?? ''} aria-current={owns(path) ? 'page' : undefined}>
              {label}
            </Link>
          ))}
        </nav>
        <div className={classes.end}>
          <LiveBadge />
          <ColorSchemeToggle />
          <AccountMenu />
        </div>
      </header>
      <main id="main" tabIndex={-1} className="page" style={{ outline: 'none' }}>
        {children}
      </main>
    </>
  );
}
