export const themes = ['system', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]

const KEPT_AS = 'assay-theme'

/** What was chosen on this machine; the system decides until then. */
export function chosenTheme(): Theme {
  const kept = localStorage.getItem(KEPT_AS)
  return themes.find((theme) => theme === kept) ?? 'system'
}

export function showTheme(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = theme
}

export function chooseTheme(theme: Theme): void {
  localStorage.setItem(KEPT_AS, theme)
  showTheme(theme)
}
