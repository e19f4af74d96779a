import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { rootRoute } from '../../shell/root-route.tsx'

export const portfolioRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/portfolio-settings',
    component: lazyRouteComponent(() => import('./portfolio-page.tsx'), 'PortfolioPage'),
  }),
] as const
