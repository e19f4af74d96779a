import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { rootRoute } from '../../shell/root-route.tsx'
import { readScheduleSearch } from './schedule-search.ts'

export const scheduleRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/schedules',
    validateSearch: readScheduleSearch,
    component: lazyRouteComponent(() => import('./schedules-page.tsx'), 'SchedulesPage'),
  }),
] as const
