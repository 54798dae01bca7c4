/** Between `cambium start` and its API process. */
export type ToApi = { readonly kind: 'login-link' } | { readonly kind: 'runner-token' };
export type FromApi =
  | { readonly kind: 'ready' }
  | { readonly kind: 'login-link'; readonly url: string }
  | { readonly kind: 'runner-token'; readonly token: string };
