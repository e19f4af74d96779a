/** Pages that need no script. Nothing of the request is ever written into them. */
const page = (title: string, body: string) => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · Assay</title>
<link rel="stylesheet" href="/admin/style.css">
</head>
<body><main><h1>${title}</h1>${body}</main></body>
</html>`

export const signInPage = (notice: string | null) =>
  page(
    'Sign in',
    `${notice ? `<p role="alert">${notice}</p>` : ''}
<form method="post" action="/admin/sign-in">
<label for="key">API key</label>
<input id="key" name="key" type="password" autocomplete="current-password" required autofocus>
<button>Sign in</button>
</form>
<p class="hint">You may do here what the key may do. After <code>npm start</code> it stands in <code>.assay/credentials.json</code>.</p>`,
  )

/** Shown while the browser goes on to the console. */
export const openingPage = page('Signed in', '<p><a href="/console/">Open the console</a></p>')

export const styleSheet = `:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
body { margin: 0; display: grid; place-items: center; min-height: 100vh; }
main { width: min(34rem, calc(100vw - 3rem)); padding: 2rem 0; }
label, input, button { display: block; font: inherit; }
input { width: 100%; box-sizing: border-box; padding: .5rem; margin: .5rem 0 1rem; }
button { padding: .5rem 1.25rem; cursor: pointer; }
li { margin: .75rem 0; }
.hint { opacity: .75; }
[role=alert] { border-left: 4px solid #c2410c; padding-left: .75rem; }
`
