import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { rootRoute } from '../../shell/root-route.tsx'

export const queueRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/queues',
    component: lazyRouteComponent(() => import('./queues-page.tsx'), 'QueuesPage'),
  }),
] as const
