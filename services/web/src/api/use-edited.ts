import { useState } from 'react'

/**
 * What somebody makes of something that is stored until it is saved. A newer version is taken over as long as nothing
 * was changed here; afterwards it is a conflict, which whoever writes decides.
 * @param stored the newest that is known
 * @param draftOf a new value for each, made of plain data
 */
export function useEdited<Stored extends { version: number }, Draft>(
  stored: Stored,
  draftOf: (stored: Stored) => Draft,
) {
  const [base, setBase] = useState(stored)
  const [draft, setDraft] = useState(() => draftOf(stored))
  const isUnsaved = !isSame(draft, draftOf(base))
  const take = (newest: Stored) => {
    setBase(newest)
    setDraft(draftOf(newest))
  }
  if (stored !== base && !isUnsaved && stored.version >= base.version) take(stored)
  return {
    draft,
    setDraft,
    /** The version that was read and changed here. */
    seen: base.version,
    isUnsaved,
    conflict: isUnsaved && stored.version > base.version ? stored : null,
    /** Drops what was changed here. */
    take,
    /** What was typed while it was being saved stays. */
    saved(answer: Stored, sent: Draft) {
      setBase(answer)
      setDraft((now) => (isSame(now, sent) ? draftOf(answer) : now))
    },
  }
}

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)
