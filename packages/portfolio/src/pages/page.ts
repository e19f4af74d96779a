import { html, type Markup } from '../markup/html.ts'

export type Page = {
  readonly title: string
  readonly description: string
  /** From the page to the folder of the site: '' or '../'. */
  readonly root: string
  readonly body: Markup
  readonly scripts?: readonly string[]
}

/** A whole document. Nothing in it is inline, and all its addresses are relative, so it works from a disk too. */
export const renderPage = ({ title, description, root, body, scripts = [] }: Page): string =>
  html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="description" content="${description}">
<title>${title}</title>
<link rel="icon" href="${root}icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="${root}site.css">
${scripts.map((script) => html`<script src="${root}${script}" defer></script>\n`)}</head>
<body>
<a class="skip" href="#main">To the content</a>
${body}
</body>
</html>
`.markup

export const footer = (root: string, madeAt: string): Markup => html`<footer class="foot">
<p><a href="${root}method.html">How these numbers are made</a> · computed <time datetime="${madeAt}">${madeAt.slice(0, 16).replace('T', ' ')} UTC</time></p>
</footer>`
