import { useQuery } from '@tanstack/react-query'
import { Link, Outlet, useLocation } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { sessionQuery } from '../api/session.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import styles from './shell.module.css'
import { ShortcutsProvider, useShortcutHelp } from './shortcuts.tsx'
import { chooseTheme, chosenTheme, type Theme, themes } from './theme.ts'

/** The rooms of the console, in the order of the three people it serves: engineer and lead, then operator. */
const ROOMS = [
  {
    name: 'Work',
    links: [
      ['/', 'Overview'],
      ['/pull-requests', 'Pull requests'],
      ['/people', 'People'],
      ['/reports', 'Reports'],
      ['/repositories', 'Repositories'],
    ],
  },
  {
    name: 'Find',
    links: [
      ['/search', 'Search'],
      ['/ask', 'Ask'],
      ['/documents', 'Documents'],
    ],
  },
  {
    name: 'Tell',
    links: [
      ['/achievements', 'Achievements'],
      ['/portfolio-settings', 'Portfolio'],
    ],
  },
  {
    name: 'Run',
    links: [
      ['/jobs', 'Jobs'],
      ['/submit', 'Submit'],
      ['/dead-letters', 'Dead letters'],
      ['/queues', 'Queues'],
      ['/schedules', 'Schedules'],
      ['/traces', 'Traces'],
    ],
  },
] as const

/** What stands around every page: where one is, search, theme, keys. */
export const Shell = () => (
  <ShortcutsProvider>
    <Frame />
  </ShortcutsProvider>
)

function Frame() {
  const help = useShortcutHelp()
  const nav = useCurrentInView()
  return (
    <div className={styles.shell}>
      <a className={styles.skip} href="#main">
        Skip to the content
      </a>
      <header className={styles.top}>
        <Link to="/" className={styles.brand}>
          Assay
        </Link>
        <nav ref={nav} aria-label="Console" className={styles.nav}>
          {ROOMS.map(({ name, links }) => (
            <div key={name} className={styles.room}>
              <span className={styles.roomName}>{name}</span>
              {links.map(([to, text]) => (
                <Link key={to} to={to} activeOptions={{ exact: to === '/' }} activeProps={{ 'aria-current': 'page' }}>
                  {text}
                </Link>
              ))}
            </div>
          ))}
        </nav>
        <Foot onHelp={help.open} />
      </header>
      <main id="main" className={styles.main} tabIndex={-1}>
        <Outlet />
      </main>
      <Dialog title={help.shortcuts ? 'Keys' : null} onClose={help.close}>
        <dl className={styles.keys}>
          {help.shortcuts?.map(({ key, does }) => (
            <div key={key}>
              <dt>
                <kbd>{key}</kbd>
              </dt>
              <dd>{does}</dd>
            </div>
          ))}
        </dl>
      </Dialog>
    </div>
  )
}

/** Where the links are one line that is longer than the page, it is scrolled to the one that one stands at. */
function useCurrentInView() {
  const nav = useRef<HTMLElement>(null)
  const { pathname } = useLocation()
  useEffect(() => {
    const current = nav.current?.querySelector('[aria-current=page]')
    if (!nav.current || !current) return
    const [line, link] = [nav.current.getBoundingClientRect(), current.getBoundingClientRect()]
    nav.current.scrollBy({ left: link.left + link.width / 2 - line.left - line.width / 2 })
  }, [pathname])
  return nav
}

function Foot({ onHelp }: { onHelp: () => void }) {
  const { data: session } = useQuery(sessionQuery)
  const [theme, setTheme] = useState<Theme>(chosenTheme)
  return (
    <div className={styles.foot}>
      <label>
        Theme{' '}
        <select
          value={theme}
          onChange={({ target }) => {
            const chosen = themes.find((candidate) => candidate === target.value) ?? 'system'
            chooseTheme(chosen)
            setTheme(chosen)
          }}
        >
          {themes.map((name) => (
            <option key={name}>{name}</option>
          ))}
        </select>
      </label>
      <Button look="quiet" onClick={onHelp}>
        Keys <kbd>?</kbd>
      </Button>
      <a href="/api/docs">API</a>
      <form method="post" action="/admin/sign-out">
        <Button look="quiet" type="submit">
          Sign out
        </Button>
      </form>
      {session ? (
        <span className={styles.version}>
          {session.workspace} · {session.version}
        </span>
      ) : null}
    </div>
  )
}
