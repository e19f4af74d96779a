import type { ValueContext } from '../context.ts'
import type { Input } from '../value.ts'
import { assumed } from './statement.ts'

/** What an hour of a role costs; where one rate is declared only, it goes for all. */
export const hourlyRate = (
  role: string | undefined,
  { rates }: Pick<ValueContext, 'rates'>,
  whose: string,
): Input | { readonly because: string } => {
  const declared = Object.keys(rates)
  const name = role ?? (declared.length === 1 ? declared[0] : undefined)
  if (name === undefined) return { because: `whose hours ${whose} takes is not declared (role, rates)` }
  const rate = Object.hasOwn(rates, name) ? rates[name] : undefined
  return rate === undefined
    ? { because: `what an hour of '${name}' costs is not declared (rates)` }
    : assumed(`hourly cost of '${name}'`, rate)
}
