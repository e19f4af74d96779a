import { migrate } from '@assay/db'
import { databaseEnv, readEnv } from '@assay/runtime'

await migrate(readEnv(databaseEnv).DATABASE_URL)
process.stdout.write('The database has the newest schema.\n')
