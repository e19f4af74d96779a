import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { type Gateway, openGateway } from '../testing/gateway-fixture.ts'

let gateway: Gateway
beforeAll(async () => {
  gateway = await openGateway()
})
afterAll(() => gateway.close())

/** The routes of the router's own drawing: each line is a piece of a path, indented by four signs for each piece before. */
function servedRoutes(drawing: string): string[] {
  const pieces: string[] = []
  return drawing.split('\n').flatMap((line) => {
    const [, indent = '', piece = '', methods = ''] = /^((?:│ {3}| {4})*)[├└]── (.*?)(?: \((.*)\))?$/.exec(line) ?? []
    const depth = indent.length / 4
    pieces.splice(depth, pieces.length, piece)
    const path = pieces.join('').replace(/^\/?/, '/')
    return methods ? methods.split(', ').map((method) => `${method} ${path}`) : []
  })
}

test('every route of the API is described, and every described route is served', async () => {
  const served = servedRoutes(gateway.app.printRoutes({ commonPrefix: false }))
  const { paths } = (await gateway.app.inject('/api/openapi.json')).json()
  const described = Object.entries<object>(paths).flatMap(([path, operations]) =>
    Object.keys(operations).map((method) => `${method.toUpperCase()} ${path.replaceAll(/\{(\w+)\}/g, ':$1')}`),
  )
  expect(described).toContain('POST /api/v2/jobs/:id/cancel')
  expect(served.filter((route) => route.includes(' /api/v2')).toSorted()).toEqual(described.toSorted())
})
