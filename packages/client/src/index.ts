export { type AssayClient, createAssayClient, read } from './client.ts'
export { ApiProblem } from './problem.ts'
export type { components, paths } from './schema.ts'
