/** A text without comments, quotations and code, where templates and other people speak. */
export const ownWords = (text: string): string =>
  text.replace(/<!--[\s\S]*?(?:-->|$)|```[\s\S]*?(?:```|$)|^\s*>.*$/gm, ' ')
