/** What would set `window.hurt` if it were ever read as markup, as a script or as an address. */
const VECTORS = [
  '<script>hurt=1</script>',
  '<script src=data:text/javascript,hurt=1></script>',
  '<img src=x onerror=hurt=1>',
  '<img src=x onerror="hurt=1" //',
  '<svg onload=hurt=1>',
  '<svg><script>hurt=1</script></svg>',
  '<svg><animate onbegin=hurt=1 attributeName=x dur=1s>',
  '<body onload=hurt=1>',
  '<iframe src="javascript:top.hurt=1"></iframe>',
  '<iframe srcdoc="<script>parent.hurt=1</script>"></iframe>',
  '<object data="javascript:hurt=1"></object>',
  '<embed src="javascript:hurt=1">',
  '<a href="javascript:hurt=1" autofocus onfocus=hurt=1>x</a>',
  '<a href="data:text/html,<script>hurt=1</script>">x</a>',
  '<form action="javascript:hurt=1"><button autofocus onfocus=hurt=1>x</button></form>',
  '<input autofocus onfocus=hurt=1>',
  '<details open ontoggle=hurt=1>',
  '<video><source onerror=hurt=1></video>',
  '<audio src=x onerror=hurt=1>',
  '<marquee onstart=hurt=1>',
  '<style>@import "javascript:hurt=1";</style>',
  '<link rel=stylesheet href="data:text/css,*{}" onload=hurt=1>',
  '<meta http-equiv=refresh content="0;url=javascript:hurt=1">',
  '<base href="javascript:hurt=1//">',
  '<math href="javascript:hurt=1">x</math>',
  '[x](javascript:hurt=1)',
  '[x](data:text/html;base64,PHNjcmlwdD5odXJ0PTE8L3NjcmlwdD4=)',
  '![x](x" onerror="hurt=1)',
  '{{constructor.constructor("hurt=1")()}}',
  'javascript:hurt=1',
] as const

/** Ways out of where a text may have been put. */
const WAYS_OUT = ['', '">', "'>", '--><!--', '</title>', '</textarea>', '</script>', '</style>', ']]>', '`;'] as const

/** Every vector behind every way out: 300 texts. */
export const hostileTexts: readonly string[] = WAYS_OUT.flatMap((out) => VECTORS.map((vector) => out + vector))
