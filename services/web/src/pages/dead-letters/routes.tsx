import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { rootRoute } from '../../shell/root-route.tsx'

export const deadLetterRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/dead-letters',
    component: lazyRouteComponent(() => import('./dead-letters-page.tsx'), 'DeadLettersPage'),
  }),
] as const
