import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import '@cambium/ui/tokens.css';
import './global.css';
import { ColorSchemeScript, MantineProvider, mantineHtmlProps } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import type { Metadata } from 'next';
import type { ReactElement, ReactNode } from 'react';
import { AppFrame } from '../features/shell/app-frame.js';
import { theme } from '../features/shell/theme.js';
import { ApolloWrapper } from '../lib/apollo/apollo-wrapper.js';
import { inter } from './fonts.js';

export const metadata: Metadata = {
  title: { default: 'Cambium', template: '%s · Cambium' },
  description: 'Search hyperparameters, architectures, augmentation and training procedures in one experiment',
};

export default function Layout({ children }: { readonly children: ReactNode }): ReactElement {
  return (
    <html lang="en" className={inter.variable} {...mantineHtmlProps}>
      <head>
        <ColorSchemeScript defaultColorScheme="auto" />
      </head>
      <body>
        <MantineProvider theme={theme} defaultColorScheme="auto">
          <Notifications position="bottom-right" />
          <ApolloWrapper>
            <AppFrame>{children}</AppFrame>
          </ApolloWrapper>
        </MantineProvider>
      </body>
    </html>
  );
}
