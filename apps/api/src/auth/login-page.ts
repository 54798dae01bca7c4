/** Shown for a link that no longer works: says what happened and how to go on. No script, no outside resource. */
export const usedLinkPage = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>This sign-in link no longer works · Cambium</title>
<style>
  :root { color-scheme: light dark; background: #fbfcfb; color: #101412 }
  a { color: #1a6a40 }
  @media (prefers-color-scheme: dark) {
    :root { background: #121614; color: #dbe3de }
    a { color: #7cd3a0 }
  }
  body { font: 1rem/1.6 system-ui, sans-serif; max-width: 34rem; margin: 15vh auto 0; padding: 0 1.5rem }
  code { padding: .1em .4em; border-radius: .3em; background: color-mix(in srgb, currentColor 12%, transparent) }
</style>
</head>
<body>
<main>
<h1>This sign-in link no longer works</h1>
<p>Each link signs one browser in, once, and only for a while. This one was used before or is too old.</p>
<p>For a new one, run <code>npx cambium login-link</code> in the folder of your Cambium installation and open what it
prints, or restart Cambium: it prints a fresh link each time it starts.</p>
<p>Already signed in with this browser? <a href="/">Open the dashboard</a>.</p>
</main>
</body>
</html>
`;
