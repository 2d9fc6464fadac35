import { createRootRoute, createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { NotFoundPage } from './shell/not-found-page.tsx';
import { PageError } from './shell/page-error.tsx';
import { PageSkeleton } from './components/page-skeleton.tsx';
import { Shell } from './shell/shell.tsx';

type Load = Parameters<typeof lazyRouteComponent>[0];

const root = createRootRoute({ component: Shell, notFoundComponent: NotFoundPage });

/** A page is a folder that exports its component from index.tsx; its code comes when somebody goes there. Search parameters are the page's own. */
const page = <const Path extends string>(path: Path, load: Load) =>
  createRoute({
    getParentRoute: () => root,
    path,
    validateSearch: (search: Record<string, unknown>): Record<string, unknown> => search,
    component: lazyRouteComponent(load),
  });

const routeTree = root.addChildren([
  createRoute({
    getParentRoute: () => root,
    path: '/',
    beforeLoad: () => {
      throw redirect({ to: '/review' });
    },
  }),
  page('/review', () => import('./pages/review/index.tsx')),
  page('/insight', () => import('./pages/insight/index.tsx')),
  page('/interactions', () => import('./pages/interactions/index.tsx')),
  page('/interactions/$id', () => import('./pages/interactions/detail.tsx')),
  page('/customers', () => import('./pages/customers/index.tsx')),
  page('/customers/$id', () => import('./pages/customers/detail.tsx')),
  page('/knowledge', () => import('./pages/knowledge/index.tsx')),
  page('/fairness', () => import('./pages/fairness/index.tsx')),
  page('/models', () => import('./pages/models/index.tsx')),
  page('/privacy', () => import('./pages/privacy/index.tsx')),
  page('/users', () => import('./pages/users/index.tsx')),
  page('/try-it', () => import('./pages/try-it/index.tsx')),
]);

export const router = createRouter({
  routeTree,
  defaultPreload: 'intent',
  defaultErrorComponent: PageError,
  defaultPendingComponent: PageSkeleton,
  defaultPendingMs: 200,
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
