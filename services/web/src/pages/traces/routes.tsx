import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { rootRoute } from '../../shell/root-route.tsx'
import { readSpanSearch, readTraceFilter } from './trace-search.ts'

export const traceRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/traces',
    validateSearch: readTraceFilter,
    component: lazyRouteComponent(() => import('./traces-page.tsx'), 'TracesPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/traces/$traceId',
    validateSearch: readSpanSearch,
    component: lazyRouteComponent(() => import('./trace-page.tsx'), 'TracePage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/jobs/$id/trace',
    validateSearch: readSpanSearch,
    component: lazyRouteComponent(() => import('./job-trace-page.tsx'), 'JobTracePage'),
  }),
] as const
