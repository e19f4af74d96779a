import { type GitContext, runGit } from './run-git.ts'

/** How licences begin or name themselves, the more particular first; identifiers as of spdx.org/licenses. */
const known: readonly (readonly [RegExp, string])[] = [
  [/gnu affero general public license\s+version 3/i, 'AGPL-3.0'],
  [/gnu lesser general public license\s+version 3/i, 'LGPL-3.0'],
  [/gnu lesser general public license\s+version 2\.1/i, 'LGPL-2.1'],
  [/gnu general public license\s+version 3/i, 'GPL-3.0'],
  [/gnu general public license\s+version 2/i, 'GPL-2.0'],
  [/apache license\s+version 2\.0/i, 'Apache-2.0'],
  [/mozilla public license,? version 2\.0/i, 'MPL-2.0'],
  [/business source license 1\.1/i, 'BUSL-1.1'],
  [
    /neither the name of .{0,200} nor the names of its\s+contributors|neither the name of the copyright holder/is,
    'BSD-3-Clause',
  ],
  [/redistribution and use in source and binary forms/i, 'BSD-2-Clause'],
  [/permission to use, copy, modify, and(?:\/or)? distribute this software for any/i, 'ISC'],
  [/permission is hereby granted, free of charge, to any person obtaining a copy/i, 'MIT'],
  [/this is free and unencumbered software released into the public domain/i, 'Unlicense'],
]

/** The SPDX identifier of a licence text; null for one that is not known here. */
const identifyLicense = (text: string): string | null => known.find(([words]) => words.test(text))?.[1] ?? null

/** What the licence file at the root of a commit says; null without one, or when its content is missing. */
export const readLicense = async (
  gitDirectory: string,
  commit: string,
  context: GitContext,
): Promise<string | null> => {
  const git = (...args: string[]) => runGit(['--git-dir', gitDirectory, ...args], context)
  const { stdout } = await git('ls-tree', '-z', '--name-only', commit)
  const name = stdout.split('\0').find((file) => /^(?:licen[cs]e|copying)(?:[.-].*)?$/i.test(file))
  if (name === undefined) return null
  const { code, stdout: text } = await git('cat-file', 'blob', `${commit}:${name}`)
  return code === 0 ? identifyLicense(text) : null
}
