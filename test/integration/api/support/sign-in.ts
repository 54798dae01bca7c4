/** Opens a login link as a browser would; the Cookie header for later requests. */
export async function signIn(link: string): Promise<string> {
  const response = await fetch(link, { redirect: 'manual' });
  const cookie = response.headers.get('set-cookie');
  if (cookie === null) throw new Error(`no cookie: HTTP ${response.status}`);
  return cookie.split(';')[0] ?? '';
}
