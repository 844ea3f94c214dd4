import { call } from '../calls.js';

/**
 * Posts with the CSRF token of this page and gives back the header with a fresh access token.
 * @param {string} why
 * @param {string} path
 */
export async function accessToken(why, path) {
  const csrf = document.querySelector('meta[name=csrf-token]')?.getAttribute('content') ?? '';
  const answer = await call(why, path, { method: 'POST', headers: { 'X-CSRF-Token': csrf } });
  return { Authorization: `Bearer ${answer.access_token}` };
}
