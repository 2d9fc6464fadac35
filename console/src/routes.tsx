import { createRootRoute, createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { NotFoundPage } from './shell/not-found-page.tsx';
import { PageError } from './shell/page-error.tsx';
import { PageSkeleton } from './components/page-skeleton.tsx';
import { addTexts } from './i18n/index.ts';
import { Shell } from './shell/shell.tsx';

type Load = Parameters<typeof lazyRouteComponent>[0];

/** The texts of all pages but the first, before the code that shows them. */
const withTexts =
  (load: Load): Load =>
  async () => {
    addTexts((await import('./i18n/en/index.ts')).en);
    return load();
  };

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
  page(
    '/reviews',
    withTexts(() => import('./pages/reviews/index.tsx')),
  ),
  page(
    '/insight',
    withTexts(() => import('./pages/insight/index.tsx')),
  ),
  page(
    '/interactions',
    withTexts(() => import('./pages/interactions/index.tsx')),
  ),
  page(
    '/interactions/$id',
    withTexts(() => import('./pages/interactions/detail.tsx')),
  ),
  page(
    '/customers',
    withTexts(() => import('./pages/customers/index.tsx')),
  ),
  page(
    '/customers/$id',
    withTexts(() => import('./pages/customers/detail.tsx')),
  ),
  page(
    '/knowledge',
    withTexts(() => import('./pages/knowledge/index.tsx')),
  ),
  page(
    '/fairness',
    withTexts(() => import('./pages/fairness/index.tsx')),
  ),
  page(
    '/models',
    withTexts(() => import('./pages/models/index.tsx')),
  ),
  page(
    '/privacy',
    withTexts(() => import('./pages/privacy/index.tsx')),
  ),
  page(
    '/users',
    withTexts(() => import('./pages/users/index.tsx')),
  ),
  page(
    '/try-it',
    withTexts(() => import('./pages/try-it/index.tsx')),
  ),
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
