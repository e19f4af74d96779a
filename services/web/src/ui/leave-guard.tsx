import { useBlocker } from '@tanstack/react-router'
import { Confirm } from './confirm.tsx'

/** Asks before a page is left, or closed, whose changes are not saved. */
export function LeaveGuard({ isUnsaved }: { isUnsaved: () => boolean }) {
  const { status, proceed, reset } = useBlocker({
    // Another tab or filter of the same page keeps what was typed.
    shouldBlockFn: ({ current, next }) => current.pathname !== next.pathname && isUnsaved(),
    enableBeforeUnload: isUnsaved,
    withResolver: true,
  })
  return (
    <Confirm
      title={status === 'blocked' ? 'Leave without saving?' : null}
      action="Leave, and lose them"
      onConfirm={() => proceed?.()}
      onCancel={() => reset?.()}
    >
      There are changes on this page that are not saved.
    </Confirm>
  )
}
