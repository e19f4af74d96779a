import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { rootRoute } from '../../shell/root-route.tsx'
import { readPullRequestFilter } from './pull-request-filter.ts'

export const workRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/repositories',
    component: lazyRouteComponent(() => import('./repositories-page.tsx'), 'RepositoriesPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/repositories/$id',
    component: lazyRouteComponent(() => import('./repository-page.tsx'), 'RepositoryPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/pull-requests',
    validateSearch: readPullRequestFilter,
    component: lazyRouteComponent(() => import('./pull-requests-page.tsx'), 'PullRequestsPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/pull-requests/$id',
    component: lazyRouteComponent(() => import('./pull-request-page.tsx'), 'PullRequestPage'),
  }),
] as const
