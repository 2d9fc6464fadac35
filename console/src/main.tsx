import '@fontsource-variable/inter/index.css';
// Layered: rules of our own win wherever the bundler puts them.
import '@mantine/core/styles.layer.css';
import './theme.css';

import { ApolloProvider } from '@apollo/client/react';
import { MantineProvider } from '@mantine/core';
import { RouterProvider } from '@tanstack/react-router';
import { createRoot } from 'react-dom/client';
import { createCookieAuth } from './auth/cookie-auth.ts';
import { openTabChannel } from './auth/tab-channel.ts';
import { AuthContext } from './auth/use-auth.ts';
import { connection } from './graphql/connection.ts';
import { createGraphqlClient } from './graphql/create-graphql-client.ts';
import { router } from './routes.tsx';
import { SignInGate } from './shell/sign-in-gate.tsx';
import { theme } from './theme.ts';

const auth = createCookieAuth(openTabChannel());
const client = createGraphqlClient(auth, connection);

createRoot(document.getElementById('root')!).render(
  <MantineProvider theme={theme} defaultColorScheme="auto">
    <AuthContext value={auth}>
      <ApolloProvider client={client}>
        <SignInGate>
          <RouterProvider router={router} />
        </SignInGate>
      </ApolloProvider>
    </AuthContext>
  </MantineProvider>,
);
