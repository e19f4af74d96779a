import { createRouter } from '@tanstack/react-router'
import { achievementRoutes } from './pages/achievements/routes.tsx'
import { documentRoutes } from './pages/documents/routes.tsx'
import { overviewRoutes } from './pages/overview/routes.tsx'
import { peopleRoutes } from './pages/people/routes.tsx'
import { portfolioRoutes } from './pages/portfolio/routes.tsx'
import { reportRoutes } from './pages/reports/routes.tsx'
import { searchRoutes } from './pages/search/routes.tsx'
import { traceRoutes } from './pages/traces/routes.tsx'
import { workRoutes } from './pages/work/routes.tsx'
import { rootRoute } from './shell/root-route.tsx'
import { ErrorPanel, LoadingPanel } from './ui/states.tsx'

const routeTree = rootRoute.addChildren([
  ...overviewRoutes,
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
