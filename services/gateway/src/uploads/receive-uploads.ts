import {
  type FieldIssue,
  InvalidRequest,
  MAX_DOCUMENT_BYTES,
  MAX_DOCUMENTS,
  UnsupportedMediaType,
  UploadTooLarge,
} from '@assay/contracts'
import type { MultipartFile } from '@fastify/multipart'
import type { FastifyRequest } from 'fastify'
import type { Spool, SpooledFile } from './spool.ts'

export type Upload = { readonly name: string; readonly mediaType: string; readonly file: SpooledFile }

const MEBIBYTE = 1024 * 1024
/** For the headers of the parts. */
const SLACK_BYTES = MEBIBYTE
const MAX_NAME_LENGTH = 255
const MAX_FIELDS = 10

/** Files that are too large are told apart here, with their names. */
export const multipartOptions = { throwFileSizeLimit: false }

/**
 * Takes all files of a multipart request, each as it flows.
 * @throws UnsupportedMediaType, UploadTooLarge, InvalidRequest: these name every file at fault, and nothing is stored.
 */
export async function receiveUploads(request: FastifyRequest, spool: Spool): Promise<Upload[]> {
  if (!request.isMultipart()) throw UnsupportedMediaType('Send multipart/form-data with one part for each file.')
  // What announces itself as too large is not read to its end.
  if (Number(request.headers['content-length']) > MAX_DOCUMENTS * MAX_DOCUMENT_BYTES + SLACK_BYTES) {
    throw UploadTooLarge([{ field: 'body', message: `at most ${MAX_DOCUMENTS} files are taken at once` }])
  }
  const uploads: Upload[] = []
  const issues: FieldIssue[] = []
  const oversize: FieldIssue[] = []
  // One file more than are taken, so that too many can be told from a broken request.
  const limits = { fileSize: MAX_DOCUMENT_BYTES, files: MAX_DOCUMENTS + 1, fields: MAX_FIELDS, fieldSize: MEBIBYTE }
  try {
    for await (const part of request.parts({ limits })) {
      if (part.type === 'field') {
        issues.push({ field: part.fieldname, message: 'is not a file; send files only' })
        continue
      }
      const name = nameOf(part)
      const fault = faultOfName(name)
      if (fault) issues.push(fault)
      // Also what is refused is read, so that the answer reaches the sender.
      const file = await spool.take(part.file)
      if (part.file.truncated) {
        oversize.push({ field: name, message: `is larger than ${MAX_DOCUMENT_BYTES / MEBIBYTE} MB` })
      } else if (file.sizeBytes === 0) issues.push({ field: name, message: 'is empty' })
      uploads.push({ name, mediaType: part.mimetype, file })
    }
  } catch (error) {
    throw asRefusal(error)
  }
  if (uploads.length === 0) issues.push({ field: 'body', message: 'holds no file' })
  if (uploads.length > MAX_DOCUMENTS) issues.push(TOO_MANY)
  if (oversize.length > 0) throw UploadTooLarge([...oversize, ...issues])
  if (issues.length > 0) throw InvalidRequest(issues)
  return uploads
}

const TOO_MANY = { field: 'body', message: `holds more than ${MAX_DOCUMENTS} files; send them in several requests` }

const nameOf = ({ filename }: MultipartFile) => (filename ?? '').trim().normalize('NFC')

function faultOfName(name: string): FieldIssue | null {
  if (name === '') return { field: 'filename', message: 'give every file a name' }
  if (name.length > MAX_NAME_LENGTH) {
    return { field: `${name.slice(0, 40)}…`, message: `has a name of more than ${MAX_NAME_LENGTH} characters` }
  }
  if (/\p{Cc}/u.test(name) || !name.isWellFormed()) {
    return { field: 'filename', message: 'holds a control character or half a surrogate pair; remove it' }
  }
  return null
}

/** All that is thrown is the sender's fault, except what the disk did: those codes are like ENOSPC. */
function asRefusal(error: unknown): unknown {
  const { code, message } = error as { code?: unknown; message?: unknown }
  if (code === 'FST_FILES_LIMIT') return InvalidRequest([TOO_MANY])
  if (typeof code === 'string' && /^E[A-Z]+$/.test(code)) return error
  return InvalidRequest([{ field: 'body', message: `is not whole multipart/form-data (${message})` }])
}
