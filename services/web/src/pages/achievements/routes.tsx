import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { rootRoute } from '../../shell/root-route.tsx'
import { readEditorParams, readListParams, readNewParams } from './achievement-params.ts'

export const achievementRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/achievements',
    validateSearch: readListParams,
    component: lazyRouteComponent(() => import('./achievements-page.tsx'), 'AchievementsPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/achievements/new',
    validateSearch: readNewParams,
    component: lazyRouteComponent(() => import('./new-achievement-page.tsx'), 'NewAchievementPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/achievements/$id',
    validateSearch: readEditorParams,
    component: lazyRouteComponent(() => import('./achievement-page.tsx'), 'AchievementPage'),
  }),
] as const
