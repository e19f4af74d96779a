import { createRouter } from '@tanstack/react-router'
import { achievementRoutes } from './pages/achievements/routes.tsx'
import { deadLetterRoutes } from './pages/dead-letters/routes.tsx'
import { documentRoutes } from './pages/documents/routes.tsx'
import { jobRoutes } from './pages/jobs/routes.tsx'
import { overviewRoutes } from './pages/overview/routes.tsx'
import { peopleRoutes } from './pages/people/routes.tsx'
import { portfolioRoutes } from './pages/portfolio/routes.tsx'
import { queueRoutes } from './pages/queues/routes.tsx'
import { reportRoutes } from './pages/reports/routes.tsx'
import { scheduleRoutes } from './pages/schedules/routes.tsx'
import { searchRoutes } from './pages/search/routes.tsx'
import { submitRoutes } from './pages/submit/routes.tsx'
import { traceRoutes } from './pages/traces/routes.tsx'
import { workRoutes } from './pages/work/routes.tsx'
import { rootRoute } from './shell/root-route.tsx'
import { ErrorPanel, LoadingPanel } from './ui/states.tsx'

const routeTree = rootRoute.addChildren([
  ...overviewRoutes,
  ...jobRoutes,
  ...submitRoutes,
  ...deadLetterRoutes,
  ...queueRoutes,
  ...scheduleRoutes,
  ...workRoutes,
  ...peopleRoutes,
  ...reportRoutes,
  ...documentRoutes,
  ...searchRoutes,
  ...achievementRoutes,
  ...portfolioRoutes,
  ...traceRoutes,
])

export const createConsoleRouter = () =>
  createRouter({
    routeTree,
    basepath: '/console',
    defaultPreload: 'intent',
    scrollRestoration: true,
    defaultPendingComponent: () => <LoadingPanel what="the page" />,
    defaultErrorComponent: ({ error }) => <ErrorPanel error={error} />,
  })

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createConsoleRouter>
  }
}
