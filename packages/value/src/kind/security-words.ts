/** An advisory by its number, or a weakness called by its name; "security" alone names none. */
export const advisoryIn = (text: string): string | null =>
  /\b(?:CVE-\d{4}-\d{4,7}|GHSA(?:-[23456789cfghjmpqrvwx]{4}){3}|vulnerabilit(?:y|ies))\b/i.exec(text)?.[0] ?? null
