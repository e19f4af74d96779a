import { createRouter } from '@tanstack/react-router'
import { achievementRoutes } from './pages/achievements/routes.tsx'
import { documentRoutes } from './pages/documents/routes.tsx'
import { overviewRoutes } from './pages/overview/routes.tsx'
import { portfolioRoutes } from './pages/portfolio/routes.tsx'
import { searchRoutes } from './pages/search/routes.tsx'
import { rootRoute } from './shell/root-route.tsx'
import { ErrorPanel, LoadingPanel } from './ui/states.tsx'

const routeTree = rootRoute.addChildren([
  ...overviewRoutes,
  ...documentRoutes,
  ...searchRoutes,
  ...achievementRoutes,
  ...portfolioRoutes,
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
