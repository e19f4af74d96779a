/** Documents that can be found: read, good enough or let through by hand, and the newest of their name. */
export const FINDABLE_DOCUMENTS = `
  SELECT d.* FROM documents d
   WHERE d.workspace = $1 AND d.status = 'converted' AND NOT EXISTS (
         SELECT FROM documents later
          WHERE later.workspace = d.workspace AND later.name = d.name AND later.version > d.version
            AND later.status = 'converted')`
