const DAY = /^(\d{4})-(\d{2})-(\d{2})$/

/** Local midnight of a day as date fields give it, `later` days on; undefined for what is no day. */
function midnight(day: string | undefined, later = 0): string | undefined {
  const [, year, month, date] = DAY.exec(day ?? '') ?? []
  if (!year || Number(year) < 1) return undefined
  const at = new Date(Number(year), Number(month) - 1, Number(date) + later)
  return Number.isNaN(at.getTime()) ? undefined : at.toISOString()
}

/** From the beginning of one day of the reader's to the end of another, as the API takes spans of time. */
export const dayRange = ({ from, to }: { from?: string | undefined; to?: string | undefined }) => ({
  from: midnight(from),
  to: midnight(to, 1),
})

/** A moment's day for the reader, as date fields take it. */
export function dayOf(at: Date): string {
  const two = (part: number) => String(part).padStart(2, '0')
  return `${String(at.getFullYear()).padStart(4, '0')}-${two(at.getMonth() + 1)}-${two(at.getDate())}`
}
