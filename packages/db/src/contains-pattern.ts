/** The pattern of LIKE for texts that hold this one, whatever signs it has. */
export const containsPattern = (text: string): string => `%${text.replaceAll(/[\\%_]/g, '\\$&')}%`
