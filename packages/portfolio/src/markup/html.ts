/** Text that is safe to stand in a page, since only `html` makes it. */
export type Markup = { readonly markup: string }

type Insertable = Markup | string | number | null | readonly Insertable[]

/** Markup as it stands in the template; everything inserted is text, unless it is markup itself. Null is nothing. */
export const html = (parts: TemplateStringsArray, ...values: readonly Insertable[]): Markup => ({
  markup: parts.map((part, at) => part + (at < values.length ? inserted(values[at] ?? null) : '')).join(''),
})

const inserted = (value: Insertable): string => {
  if (value === null) return ''
  if (typeof value === 'string') return escaped(value)
  if (typeof value === 'number') return escaped(String(value))
  if ('markup' in value) return value.markup
  return value.map(inserted).join('')
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '`': '&#96;',
}

const escaped = (text: string): string => readable(text).replace(/[&<>"'`]/g, (sign) => ENTITIES[sign] ?? sign)

/** Without signs that steer a terminal, or make text read as it is not written (overrides of its direction). */
export const readable = (text: string): string =>
  text.toWellFormed().replace(/[^\P{Cc}\n\t]|[\u202A-\u202E\u2066-\u2069]/gu, ' ')
