import 'uplot/dist/uPlot.min.css'
import { useEffect, useRef } from 'react'
import uPlot from 'uplot'
import styles from './chart.module.css'

export type Series = { name: string; tone: 'accent' | 'good' | 'warn' | 'bad'; values: readonly (number | null)[] }

const MANY_POINTS = 30

/**
 * Lines over time by uPlot, with the same figures as a table for who cannot see it.
 * @param at seconds since 1970, ascending; each series has a value for each
 */
export function Chart({
  title,
  at,
  series,
  height = 180,
}: {
  title: string
  at: readonly number[]
  series: readonly Series[]
  height?: number
}) {
  const place = useRef<HTMLDivElement>(null)

  useEffect(() => {
    const element = place.current
    if (!element) return
    const axis = {
      stroke: () => resolved(element, 'var(--muted)'),
      grid: { stroke: () => resolved(element, 'var(--line)'), width: 1 },
      ticks: { stroke: () => resolved(element, 'var(--line)'), width: 1 },
    }
    const plot = new uPlot(
      {
        width: element.clientWidth,
        height,
        legend: { show: false },
        cursor: { y: false },
        axes: [axis, axis],
        series: [
          {},
          ...series.map(({ name, tone }) => ({
            label: name,
            stroke: () => resolved(element, `var(--${tone})`),
            width: 2,
            // So many points would hide the line.
            points: { show: at.length < MANY_POINTS },
          })),
        ],
      },
      [[...at], ...series.map(({ values }) => [...values])],
      element,
    )
    const resize = new ResizeObserver(() => plot.setSize({ width: element.clientWidth, height }))
    resize.observe(element)
    return () => {
      resize.disconnect()
      plot.destroy()
    }
  }, [at, series, height])

  return (
    <figure className={styles.chart}>
      <figcaption className={styles.legend}>
        {title}
        {series.map(({ name, tone }) => (
          <span key={name} className={styles[tone]}>
            {name}
          </span>
        ))}
      </figcaption>
      <div ref={place} aria-hidden="true" />
      <details className={styles.table}>
        <summary>Figures</summary>
        <table>
          <thead>
            <tr>
              <th scope="col">Time</th>
              {series.map(({ name }) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {at.map((seconds, index) => (
              <tr key={seconds}>
                <td>{new Date(seconds * 1_000).toLocaleString()}</td>
                {series.map(({ name, values }) => (
                  <td key={name}>{values[index] ?? '—'}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  )
}

/** A canvas knows no custom properties and no light-dark(): the colour as the element would have it. */
function resolved(element: HTMLElement, colour: string): string {
  const before = element.style.color
  element.style.color = colour
  const value = getComputedStyle(element).color
  element.style.color = before
  return value
}
