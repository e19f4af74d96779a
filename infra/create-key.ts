import { createApiKey, ensureWorkspace, openDatabase } from '@assay/db'
import { databaseEnv, readEnv } from '@assay/runtime'

/** Makes the first admin key of a workspace (default: "default") and prints it, this once. */
const [workspace = 'default'] = process.argv.slice(2)
const db = openDatabase({ url: readEnv(databaseEnv).DATABASE_URL, poolSize: 2 })
await ensureWorkspace(db, { id: workspace, name: workspace })
const { key } = await createApiKey(db, { workspace, name: 'create-key', scopes: ['admin'] })
await db.close()
process.stdout.write(`${key}\n`)
