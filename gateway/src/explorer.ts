import { getDistDirectory, renderAltair, renderInitSnippet } from 'altair-static';
import express, { Router } from 'express';

// Altair compiles templates and runs its editors in workers and styles of its own making. Nothing is fetched from elsewhere.
const POLICY =
  "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; worker-src 'self' blob:; connect-src 'self' ws: wss:; object-src 'none'; frame-ancestors 'self'";

const FIRST_QUERY = `# 1. Sign in (the start of the platform says how), and set the header Authorization to "Bearer <access token>".
#    For subscriptions, put the same into the connection parameters, as "authorization".
mutation SignIn($email: String!, $password: String!) {
  signIn(email: $email, password: $password) {
    accessToken
    refreshToken
    expiresIn
  }
}

# 2. What came in last, how the customers feel, and what was drafted.
query Latest {
  interactions(first: 5) {
    totalCount
    edges {
      node {
        id
        channel
        text
        customer { name }
        sentiment { label score }
        responses { text status confidence }
      }
    }
  }
}

# 3. The review queue as it changes.
subscription Queue {
  reviewQueueUpdated {
    change
    openCount
    item {
      id
      status
      reasons
      interaction { customer { name } sentiment { label } }
      response { text }
    }
  }
}
`;

/** `/explorer`: a page to write queries and subscriptions in (Altair, served from here). */
export function explorerRoutes(): Router {
  const router = Router();
  const options = {
    baseURL: '/explorer/',
    endpointURL: '/graphql',
    subscriptionsEndpoint: '/graphql',
    initialSubscriptionRequestHandlerId: 'graphql-ws',
    initialQuery: FIRST_QUERY,
    initialVariables: '{\n  "email": "",\n  "password": ""\n}',
    initialSubscriptionsPayload: { authorization: '' },
    disableAccount: true,
    initialSettings: { disablePushNotification: true, 'alert.disableUpdateNotification': true, 'banners.disable': true },
    serveInitialOptionsInSeperateRequest: 'initial_options.js',
  };
  const page = renderAltair(options as never);
  const script = renderInitSnippet(options as never);

  router.use('/explorer', (_request, response, next) => {
    response.setHeader('content-security-policy', POLICY);
    response.setHeader('x-frame-options', 'SAMEORIGIN'); // it runs its users' scripts in a frame of its own
    next();
  });
  router.get(['/explorer', '/explorer/'], (_request, response) => void response.type('html').send(page));
  router.get('/explorer/initial_options.js', (_request, response) => void response.type('text/javascript').send(script));
  router.use('/explorer', express.static(getDistDirectory(), { index: false, maxAge: '1h' }));
  return router;
}
