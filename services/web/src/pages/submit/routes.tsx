import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { rootRoute } from '../../shell/root-route.tsx'
import { readSubmitSearch } from './submission.ts'

export const submitRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/submit',
    validateSearch: readSubmitSearch,
    component: lazyRouteComponent(() => import('./submit-page.tsx'), 'SubmitPage'),
  }),
] as const
