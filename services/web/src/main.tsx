import './shell/tokens.css'
import { CSPProvider } from '@base-ui/react/csp-provider'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { createQueryClient } from './api/query-client.ts'
import { createConsoleRouter } from './router.tsx'
import { chosenTheme, showTheme } from './shell/theme.ts'
import { NoticesProvider } from './ui/notices.tsx'

showTheme(chosenTheme())
const router = createConsoleRouter()
const queryClient = createQueryClient()
const place = document.getElementById('console')
if (!place) throw new Error('index.html has no element "console"')

createRoot(place).render(
  <StrictMode>
    {/* The gateway's policy lets no style element in; ours stand in the built files. */}
    <CSPProvider disableStyleElements>
      <QueryClientProvider client={queryClient}>
        <NoticesProvider>
          <RouterProvider router={router} />
        </NoticesProvider>
      </QueryClientProvider>
    </CSPProvider>
  </StrictMode>,
)
