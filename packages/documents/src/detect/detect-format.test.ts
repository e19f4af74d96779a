import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { buildEpub, buildPptx, buildXlsx } from '../testing/office-files.ts'
import { detectFormat } from './detect-format.ts'

const PROSE = 'This is a sentence of prose. It goes on, as prose does.\nAnd here is another line of it.\n'

test.each([
  ['pdf', '%PDF-1.7\n', undefined],
  ['image', '\x89PNG\r\n\x1a\n', undefined],
  ['image', '\xff\xd8\xff\xe0', undefined],
  ['html', '<!-- x -->\n<!DOCTYPE html><p>x', undefined],
  ['html', '<div><p>One</p><p>Two</p></div>', undefined],
  ['json', '{"a": [1, 2]}', undefined],
  ['json', '{"a": 1}\n{"a": 2}\n', undefined],
  ['email', 'Received: x\nFrom: a@b.c\nSubject: s\n\nText', undefined],
  ['markdown', '# Title\n\nSome text with a [link](x).\n\n- item\n', undefined],
  ['csv', 'a,b,c\n1,2,3\n4,5,6\n', undefined],
  ['csv', 'a\tb\n1\t2\n', undefined],
  ['source', '#!/bin/sh\necho hello\n', undefined],
  ['source', 'import x from "y"\n\nexport const a = () => {\n  return x\n}\n', undefined],
  ['text', PROSE, undefined],
  ['text', 'Dear Ann,\n\nFrom: here it looks like a header.\n', undefined],
  // The name decides where the content fits both.
  ['markdown', PROSE, 'notes.md'],
  ['text', PROSE, 'notes.txt'],
  ['source', 'key: value\nother: 2\n', 'settings.yaml'],
  // The content decides against the name.
  ['html', '<!doctype html><p>x', 'report.txt'],
  ['pdf', '%PDF-1.7\n', 'report.docx'],
  ['text', PROSE, 'data.json'],
])('%s is told by content: %j named %s', (format, content, name) => {
  expect(detectFormat(Buffer.from(content, 'latin1'), name)).toEqual({ format })
})

test('archives are told by their members', () => {
  expect(detectFormat(buildPptx([{ title: 'x', lines: [] }]))).toEqual({ format: 'pptx' })
  expect(detectFormat(buildXlsx([{ name: 'x', rows: [] }]))).toEqual({ format: 'xlsx' })
  expect(detectFormat(buildEpub('x', []))).toEqual({ format: 'epub' })
})

test('any bytes under any name are a format or a refusal', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 2_000 }), fc.option(fc.string(), { nil: undefined }), (bytes, name) => {
      const detected = detectFormat(bytes, name)
      expect('format' in detected || detected.what.length > 0).toBe(true)
    }),
  )
})
