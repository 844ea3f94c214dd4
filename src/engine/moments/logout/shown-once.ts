import type { Credential, Exchange } from '../../model.js';
import { roleFacts } from '../../role-table.js';
import { hintOf } from '../../values/names/name-hint.js';
import { deletes } from './deleted-cookies.js';
import { isLogout } from './logout.js';
import { isLeavingPath } from './logout-words.js';
import { isLoginPath } from '../login/login-words.js';

/**
 * True for a cookie that a page takes away while it leaves what its user is known by: a message for
 * the next page (Django, TempData, Play's flash scope) is gone once it was shown. Who logs out
 * loses what the login gave: what is left then was there before, or says nothing of a user.
 */
export function isShownOnce(
  taken: Credential,
  exchange: Exchange,
  carried: readonly Credential[],
): boolean {
  if (taken.kind !== 'cookie' || hintOf(taken.name)?.from !== undefined) return false;
  if (!isPage(exchange) || !deletes(exchange, taken.name)) return false;
  return carried.some((one) => one !== taken && outlives(one, taken));
}

/** Read, and shown: one that turns somebody away, or asks for a password, tidies up. */
function isPage(exchange: Exchange): boolean {
  const { method, type, url, response, redirectUrl } = exchange;
  return (
    method === 'GET' &&
    type === 'document' &&
    response?.status === 200 &&
    redirectUrl === undefined &&
    !isLogout(exchange) &&
    !isLeavingPath(url) &&
    !isLoginPath(url)
  );
}

function outlives({ kind, role, site, cookie, behaviour }: Credential, taken: Credential): boolean {
  if (kind !== 'cookie' || site !== taken.site || !roleFacts(role).logsIn) return false;
  if (cookie?.clearedAt !== undefined) return false;
  return behaviour.issuedAtLogin !== undefined || taken.behaviour.issuedAtLogin === undefined;
}
