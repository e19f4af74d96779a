/** A piece of a text before it has a format. All of it is plain text: titles and quotes are never interpreted. */
export type Block =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  /** Words of a source, to the letter, and where they stand. */
  | { readonly kind: 'quote'; readonly text: string; readonly source: string }
  | { readonly kind: 'table'; readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] }
  | { readonly kind: 'bars'; readonly title: string; readonly bars: readonly Bar[] }

type Bar = { readonly label: string; readonly value: number; readonly text: string }
