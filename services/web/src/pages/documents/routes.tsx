import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { rootRoute } from '../../shell/root-route.tsx'
import { readDocumentParams, readDocumentsParams } from './document-params.ts'

export const documentRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/documents',
    validateSearch: readDocumentsParams,
    component: lazyRouteComponent(() => import('./documents-page.tsx'), 'DocumentsPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/documents/$id',
    validateSearch: readDocumentParams,
    component: lazyRouteComponent(() => import('./document-page.tsx'), 'DocumentPage'),
  }),
] as const
