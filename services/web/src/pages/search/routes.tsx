import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { rootRoute } from '../../shell/root-route.tsx'
import { textIn } from '../../shell/search-params.ts'
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
    validateSearch: (given: Record<string, unknown>): { question?: string } => {
      const question = textIn(given, 'question')
      return question ? { question } : {}
    },
    component: lazyRouteComponent(() => import('./ask-page.tsx'), 'AskPage'),
  }),
] as const
