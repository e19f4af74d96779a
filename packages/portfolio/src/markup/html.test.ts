import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { html } from './html.ts'
import { outerLink } from './links.ts'
import { safeUrl } from './safe-url.ts'

test('what is inserted is text, and markup stays markup', () => {
  const item = html`<li>${'<b>'}</li>`
  expect(html`<ul title="${'"x"'}">${[item, item]}${null}${3}</ul>`.markup).toBe(
    '<ul title="&quot;x&quot;"><li>&lt;b&gt;</li><li>&lt;b&gt;</li>3</ul>',
  )
})

test('no text brings a sign of markup into a page', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(html`${text}`.markup).not.toMatch(/[<>"'`]|&(?!amp;|lt;|gt;|quot;|#39;|#96;)/)
    }),
  )
})

test.each(['javascript:x', ' java\nscript:x', 'data:text/html,x', 'vbscript:x', 'file:///etc/passwd', '//x', 'x', ''])(
  '%j leads nowhere',
  (address) => {
    expect(safeUrl(address)).toBeNull()
    expect(outerLink('words', address).markup).toBe('words')
  },
)

test('a link leads to http and https alone, without a password, and tells nobody where from', () => {
  expect(safeUrl('https://ada:secret@example.org/')).toBeNull()
  expect(outerLink('<b>', 'https://example.org/?"x').markup).toBe(
    '<a href="https://example.org/?%22x" rel="noopener noreferrer nofollow">&lt;b&gt;</a>',
  )
})
