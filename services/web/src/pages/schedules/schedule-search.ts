export type ScheduleSearch = { edit?: string; add?: true }

/** Which schedule is edited, or that one is added. */
export function readScheduleSearch({ edit, add }: Record<string, unknown>): ScheduleSearch {
  if (typeof edit === 'string' || typeof edit === 'number') return { edit: String(edit) }
  return add === true ? { add } : {}
}
