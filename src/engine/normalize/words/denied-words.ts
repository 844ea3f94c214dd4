import { unbroken } from '../../regex.js';
import { tellsSessionOver } from './session-over-words.js';
import { unaccented } from './unaccented.js';

// What is said to whoever asks for something that needs a login, and has none: by the codes of
// services that answer everything with 200 (GraphQL, JSON-RPC, SOAP, GWT), and in words.

const NOBODY_CODES = unbroken`
  unauthenticated|not[-_ ]?authenticated|not[-_ ]?(?:logged|signed)[-_ ]?[io]n
  |(?:log-?in|sign-?in|authentication|session)[-_ ]?required|(?:no|invalid|missing)[-_ ]?session
  |session[-_ ]?(?:has[-_ ])?(?:expired|timed?[-_ ]?out|invalid|not[-_ ]found)
  |(?:expired|unknown)[-_ ]session|authentication credentials were not provided`;
const NOBODY_WORDS = unbroken`
  please (?:log|sign) in|you must (?:log|sign) in|not (?:currently )?(?:logged|signed) in
  |nicht ?(?:angemeldet|eingeloggt|authentifiziert)|bitte (?:anmelden|melden sie sich an)
  |anmeldung erforderlich|keine (?:gultige )?(?:sitzung|anmeldung)
  |non (?:connecte|authentifie)|veuillez vous connecter
  |no (?:ha iniciado sesion|autenticado)|sesion no iniciada
  |non autenticato|nao autenticado|niet ingelogd|(?:inte|ikke) (?:inloggad|innlogget|logget ind)
  |nie ?zalogowan|neprihlasen|giris yap(?:madiniz|iniz)|не авторизован|необходимо войти
  |ログインしてください|ログインが必要|未登录|未登錄|未登入|请登录|請登入|로그인이 필요|로그인 후`;
const NO_RIGHT = unbroken`
  unauthori[sz]ed|not[-_ ]?authori[sz]ed|access[-_ ]?denied|forbidden|permission[-_ ]?denied
  |"(?:code|status|statuscode)"\s?:\s?"?40[13]\b
  |zugriff verweigert|acces (?:refuse|interdit)|no autorizado|acceso denegado|non autorizzato
  |accesso negato|nao autorizado|acesso negado|toegang geweigerd|nie ?autoryzowan|brak dostepu
  |odmowa dostepu|pristup odepren|yetkisiz|доступ запрещен|无权限`;
const NOBODY = new RegExp(`${unaccented(NOBODY_CODES)}|${unaccented(NOBODY_WORDS)}`, 'iu');
const DENIED = new RegExp(unaccented(NO_RIGHT), 'iu');
/** Faults are short, and what an application answers to somebody may speak of anything. */
const READ = 2_048;

/** True for an answer, which says that it did not work, by which nobody is let in. */
export function tellsDenied(source: string): boolean {
  return DENIED.test(unaccented(source.slice(0, READ))) || tellsNobody(source);
}

/** True for one that says why: nobody is logged in, not that somebody lacks a right. */
export function tellsNobody(source: string): boolean {
  const told = unaccented(source.slice(0, READ));
  return NOBODY.test(told) || tellsSessionOver(told);
}
