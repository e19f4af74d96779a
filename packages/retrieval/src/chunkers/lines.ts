/** Calls back for each line: where it begins, and where it ends before its line break. */
export const forEachLine = (text: string, see: (start: number, end: number) => void): void => {
  for (let start = 0; start < text.length; ) {
    const lineBreak = text.indexOf('\n', start)
    const end = lineBreak < 0 ? text.length : lineBreak
    see(start, end)
    start = end + 1
  }
}
