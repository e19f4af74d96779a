import fc from 'fast-check'

const atoms = [
  ...['a', 'Bc', 'word', ' word', "'s", "'LL", '7', '2026', '.', '. ', '! ', '"', '(', '[x](y)', '/', '//'],
  ...[' ', '  ', '\t', '\n', '\n\n', '\r\n', '\r', '\u00a0', '\u3000', '\ufeff', '\0'],
  ...['# ', '## Two\n', '```\n', '~~~', '- ', '1. ', '| a | b |\n', '> ', '---\n', '===\n'],
  ...['diff --git a/x b/x\n', '--- a/x\n', '+++ b/x\n', '@@ -1,2 +1,3 @@ f()\n', '+', '-', 'function f() {\n', '}\n'],
  ...['é', 'e\u0301', '\u0301', 'ß', 'שלום', 'مرحبا', '\u202e', '字', '。', 'ไทย', 'नि', '각', 'ᄀ'],
  ...['😀', '👨‍👩‍👧‍👦', '🇩🇪', '🇫', '👍🏽', '\u200d', '\ufe0f', '𝒜', '𝟗', '\ud83d', '\ude00'],
]

/** Texts that find mistakes: whatever Unicode has, and what chunkers and tokenizers treat specially. */
export const anyText = fc.oneof(
  fc.string({ unit: fc.constantFrom(...atoms), maxLength: 80 }),
  fc.string({ unit: 'binary', maxLength: 120 }),
  fc.array(fc.nat({ max: 0xffff }), { maxLength: 80 }).map((units) => String.fromCharCode(...units)),
  // Runs that are longer than the tokenizer is given in one piece.
  fc
    .array(fc.tuple(fc.constantFrom(...atoms), fc.constantFrom(1, 2, 5, 130)), { maxLength: 5 })
    .map((runs) => runs.map(([atom, times]) => atom.repeat(times)).join('')),
)
