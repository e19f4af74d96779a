export type { Block } from './blocks.ts'
export { renderPdf } from './render-pdf.ts'
