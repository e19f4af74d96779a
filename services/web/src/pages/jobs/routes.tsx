import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { rootRoute } from '../../shell/root-route.tsx'
import { readJobSearch } from './job-search.ts'
import { readJobPageSearch } from './log-levels.ts'

export const jobRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/jobs',
    validateSearch: readJobSearch,
    component: lazyRouteComponent(() => import('./jobs-page.tsx'), 'JobsPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/jobs/$id',
    validateSearch: readJobPageSearch,
    component: lazyRouteComponent(() => import('./job-page.tsx'), 'JobPage'),
  }),
] as const
