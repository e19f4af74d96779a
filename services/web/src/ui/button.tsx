import type { ComponentProps } from 'react'
import styles from './button.module.css'

export type ButtonLook = 'plain' | 'primary' | 'danger' | 'quiet'

/** A button; links that look like one take `buttonClass`. */
export function Button({ look = 'plain', className, ...rest }: ComponentProps<'button'> & { look?: ButtonLook }) {
  return <button type="button" className={`${buttonClass(look)} ${className ?? ''}`} {...rest} />
}

export const buttonClass = (look: ButtonLook = 'plain') => `${styles.button} ${styles[look]}`
