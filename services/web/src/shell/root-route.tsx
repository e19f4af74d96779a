import { createRootRoute } from '@tanstack/react-router'
import { EmptyPanel } from '../ui/states.tsx'
import { Shell } from './shell.tsx'

/** What all pages of the console stand in; their rooms in pages/ hang routes on it. */
export const rootRoute = createRootRoute({
  component: Shell,
  notFoundComponent: () => (
    <EmptyPanel title="There is no such page">Follow one of the links of the navigation.</EmptyPanel>
  ),
})
