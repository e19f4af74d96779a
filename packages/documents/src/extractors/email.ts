import PostalMime, { type Address } from 'postal-mime'
import type { Loss } from '../extracted-document.ts'
import { htmlBlocks } from '../html/html-blocks.ts'
import { htmlLosses } from '../html/html-losses.ts'
import { parseHtml } from '../html/parse-html.ts'
import { type DraftBlock, type Extractor, heading } from '../text/draft.ts'
import { readParagraphs } from './plain-text.ts'

const MAX_NESTED_PARTS = 32

const people = (addresses: readonly Address[] | undefined): string | undefined =>
  addresses
    ?.map(({ name, address }) => (address && name ? `${name} <${address}>` : (address ?? name)))
    .filter((text) => text !== '')
    .join(', ')

export const email: Extractor = {
  format: 'email',
  extract: async ({ bytes }) => {
    const mail = await PostalMime.parse(bytes, { maxNestingDepth: MAX_NESTED_PARTS, attachmentEncoding: 'arraybuffer' })
    const losses: Loss[] = mail.attachments.map(({ filename, mimeType }) => ({
      kind: 'attachment',
      part: filename ?? mimeType,
      note: `The attachment (${mimeType}) is not read. Give it as a document of its own.`,
    }))
    const body: DraftBlock[] = []
    if (mail.text?.trim()) {
      // Lines are those of the decoded body, not of the file.
      body.push(
        ...readParagraphs(mail.text).map((block) => ({ ...block, origin: { ...block.origin, part: 'text/plain' } })),
      )
    } else if (mail.html) {
      const found = htmlBlocks(parseHtml(mail.html), { part: 'text/html' })
      body.push(...found.blocks)
      losses.push(...htmlLosses(found, 'text/html'))
    }
    return {
      blocks: [...(mail.subject ? [heading(1, mail.subject, { part: 'subject' })] : []), ...body],
      title: mail.subject,
      metadata: {
        from: people(mail.from ? [mail.from] : undefined),
        to: people(mail.to),
        cc: people(mail.cc),
        date: mail.date,
        messageId: mail.messageId,
      },
      losses,
    }
  },
}
