import type { ComponentProps } from 'react'
import { type Scope, useMay } from '../api/session.ts'
import { Button } from './button.tsx'

/** A button for what not every key may do: where the key lacks the scope it is disabled, and says why. */
export function ScopedButton({ needs, disabled, title, ...rest }: ComponentProps<typeof Button> & { needs: Scope }) {
  const may = useMay(needs)
  const why = may === false ? `Your key lacks the scope "${needs}".` : title
  return <Button {...rest} disabled={disabled || !may} title={why} />
}
