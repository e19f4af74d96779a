import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { rootRoute } from '../../shell/root-route.tsx'
import { readSearch } from './search-params.ts'

export const searchRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/search',
    validateSearch: readSearch,
    component: lazyRouteComponent(() => import('./search-page.tsx'), 'SearchPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/ask',
    validateSearch: ({ question }: Record<string, unknown>): { question?: string } =>
      typeof question === 'string' && question !== '' ? { question } : {},
    component: lazyRouteComponent(() => import('./ask-page.tsx'), 'AskPage'),
  }),
] as const
