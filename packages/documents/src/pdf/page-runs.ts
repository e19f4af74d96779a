import type { PDFPageProxy } from 'unpdf/pdfjs'
import type { Region } from '../extracted-document.ts'

/** Text on one baseline without a wide gap. `y` is the baseline; all measures are points from the top left corner. */
export type Run = {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly size: number
}

export type PageRuns = {
  readonly runs: readonly Run[]
  /** Text that does not run from left to right, such as labels of axes. */
  readonly turned: readonly string[]
  readonly width: number
  readonly height: number
}

const multiply = (m: readonly number[], n: readonly number[]): number[] => {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = m
  const [p = 1, q = 0, r = 0, s = 1, t = 0, u = 0] = n
  return [a * p + c * q, b * p + d * q, a * r + c * s, b * r + d * s, a * t + c * u + e, b * t + d * u + f]
}

/** The text of a page as pdf.js finds it, in the coordinates of the page as it is seen. */
export async function readRuns(page: PDFPageProxy): Promise<PageRuns> {
  const viewport = page.getViewport({ scale: 1 })
  const { items } = await page.getTextContent()
  const runs: Run[] = []
  const turned: string[] = []
  for (const item of items) {
    if (!('str' in item) || item.str.trim() === '') continue
    const [a = 0, b = 0, c = 0, d = 0, x = 0, y = 0] = multiply(viewport.transform, item.transform)
    const size = Math.hypot(c, d)
    if (Math.abs(b) > Math.abs(a) * 0.2) turned.push(item.str)
    else if (size > 0 && Number.isFinite(x + y + size)) runs.push({ text: item.str, x, y, width: item.width, size })
  }
  return { runs, turned, width: viewport.width, height: viewport.height }
}

/** The rectangle around runs, from ascender to descender, rounded to hundredths of a point. */
export function regionOf(runs: readonly Run[]): Region {
  const round = (value: number) => Math.round(value * 100) / 100
  const left = Math.min(...runs.map((run) => run.x))
  const top = Math.min(...runs.map((run) => run.y - run.size * 0.8))
  const right = Math.max(...runs.map((run) => run.x + run.width))
  const bottom = Math.max(...runs.map((run) => run.y + run.size * 0.2))
  return { x: round(left), y: round(top), width: round(right - left), height: round(bottom - top) }
}
