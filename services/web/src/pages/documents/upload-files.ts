import type { paths } from '@assay/client'
import { ApiProblem } from '@assay/client'

export type Received =
  paths['/api/v2/documents']['post']['responses'][200]['content']['application/json']['items'][number]

/**
 * Sends files in one request, so that all are stored or none.
 * @param onProgress called with the share that was sent, from 0 to 1; `fetch` does not tell it
 * @throws ApiProblem when they are refused
 */
export function uploadFiles(files: readonly File[], onProgress: (share: number) => void): Promise<Received[]> {
  const form = new FormData()
  for (const file of files) form.append('file', file)
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', '/api/v2/documents')
    request.responseType = 'json'
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0)
    request.onerror = () =>
      reject(new ApiProblem({ status: 0, code: 'UNREACHABLE', title: 'Assay cannot be reached. Is it running?' }))
    request.onload = () => {
      const { status, response } = request
      if (status >= 200 && status < 300) resolve(response.items)
      else reject(new ApiProblem({ ...(response ?? {}), status }))
    }
    request.send(form)
  })
}
