import type { TracedSpan } from './span-tree.ts'

/**
 * Whether a span has what is searched for: `attribute=value` means one attribute, anything else a part of its name, its
 * service, its message or any attribute. Case does not matter.
 */
export function findsSpan(find: string): (span: TracedSpan) => boolean {
  const [, attribute, value] = /^([^\s=]+)=(.*)$/.exec(find.trim()) ?? []
  if (attribute !== undefined && value !== undefined) {
    return ({ attributes }) => attribute in attributes && has(String(attributes[attribute]), value)
  }
  const text = find.trim()
  return ({ name, service, statusMessage, attributes }) =>
    [name, service, statusMessage ?? '', ...Object.entries(attributes).flat().map(String)].some((part) =>
      has(part, text),
    )
}

const has = (text: string, part: string) => text.toLowerCase().includes(part.toLowerCase())
