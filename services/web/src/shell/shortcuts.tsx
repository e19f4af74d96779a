import { createContext, type ReactNode, use, useEffect, useMemo, useRef, useState } from 'react'

export type Shortcut = { key: string; does: string }
type Binding = Shortcut & { run: () => void }

type Shortcuts = {
  bind(binding: Binding): () => void
  list(): readonly Shortcut[]
}

const ShortcutsContext = createContext<Shortcuts | null>(null)

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
/** Notices are dialogs too, but the page goes on beside them. */
const OPEN_DIALOG = ':is([role=dialog], [role=alertdialog]):not([aria-modal=false])'
/** Enter and the space bar belong to what has the focus. */
const isUsedByTarget = (key: string, target: EventTarget | null) =>
  key === 'Enter' && target instanceof HTMLElement && target.closest('a, button, summary, [role=option]') !== null

/** Single keys that do something on the page that is open; the newest binding of a key counts. */
export function ShortcutsProvider({ children }: { children: ReactNode }) {
  const bindings = useRef<Binding[]>([])
  const shortcuts = useMemo<Shortcuts>(
    () => ({
      bind(binding) {
        bindings.current.push(binding)
        return () => {
          bindings.current = bindings.current.filter((other) => other !== binding)
        }
      },
      list: () => [...new Map(bindings.current.map(({ key, does }) => [key, { key, does }])).values()],
    }),
    [],
  )

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
      if (isUsedByTarget(event.key, event.target) || document.querySelector(OPEN_DIALOG)) return
      const binding = bindings.current.findLast(({ key }) => key === event.key)
      if (!binding) return
      event.preventDefault()
      binding.run()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])

  return <ShortcutsContext value={shortcuts}>{children}</ShortcutsContext>
}

function useShortcuts(): Shortcuts {
  const shortcuts = use(ShortcutsContext)
  if (!shortcuts) throw new Error('useShortcut is used outside of ShortcutsProvider')
  return shortcuts
}

/** Binds a key for as long as the component is shown; null binds nothing. */
export function useShortcut(key: string, does: string, run: (() => void) | null): void {
  const { bind } = useShortcuts()
  const newest = useRef(run)
  newest.current = run
  const isBound = run !== null
  useEffect(
    () => (isBound ? bind({ key, does, run: () => newest.current?.() }) : undefined),
    [bind, key, does, isBound],
  )
}

/** What is bound now, read each time that help is opened. */
export function useShortcutHelp(): { shortcuts: readonly Shortcut[] | null; close: () => void; open: () => void } {
  const { list } = useShortcuts()
  const [shortcuts, setShortcuts] = useState<readonly Shortcut[] | null>(null)
  const open = () => setShortcuts(list())
  useShortcut('?', 'Show what the keys do', open)
  return { shortcuts, open, close: () => setShortcuts(null) }
}
