import { declaredContextSchema, type ValueContext } from '../money/context.ts'

/** A stored declaration as a context; null where nothing was declared. */
export const toContext = (
  stored: { readonly version: number; readonly context: object } | undefined,
): ValueContext | null =>
  stored ? { ...declaredContextSchema.parse(stored.context), version: String(stored.version) } : null
