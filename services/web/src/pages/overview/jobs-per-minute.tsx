import { useMemo } from 'react'
import type { AnswerOf } from '../../api/answers.ts'
import { Chart, type Series } from '../../ui/chart.tsx'

type Minutes = AnswerOf<'/api/v2/overview'>['jobsPerMinute']

/** The jobs that ended in each minute of the last hour. */
export function JobsPerMinute({ minutes }: { minutes: Minutes }) {
  const { at, series } = useMemo(
    () => ({
      at: minutes.map(({ minute }) => Date.parse(minute) / 1_000),
      series: [
        { name: 'succeeded', tone: 'good', values: minutes.map(({ succeeded }) => succeeded) },
        { name: 'failed', tone: 'bad', values: minutes.map(({ failed }) => failed) },
      ] satisfies Series[],
    }),
    [minutes],
  )
  return <Chart title="Ended in each of the last 60 minutes" at={at} series={series} height={140} />
}
