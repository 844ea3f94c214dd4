import { unbroken } from '../../regex.js';
import { unaccented } from './unaccented.js';

// What is said to whoever asks for something that needs a login, and has none: by the codes of
// services that answer everything with 200 (GraphQL, JSON-RPC, SOAP, GWT), and in words.

const CODES = unbroken`
  unauthenticated|unauthori[sz]ed|not[-_ ]?authenticated|not[-_ ]?authori[sz]ed
  |not[-_ ]?(?:logged|signed)[-_ ]?[io]n|(?:log-?in|sign-?in|authentication|session)[-_ ]?required
  |access[-_ ]?denied|forbidden|permission[-_ ]?denied|(?:no|invalid|missing)[-_ ]?session
  |"(?:code|status|statuscode)"\s?:\s?"?40[13]\b`;
const WORDS = unbroken`
  please (?:log|sign) in|you must (?:log|sign) in|not (?:currently )?(?:logged|signed) in
  |nicht ?(?:angemeldet|eingeloggt|authentifiziert)|bitte (?:anmelden|melden sie sich an)
  |zugriff verweigert|anmeldung erforderlich|keine (?:gultige )?(?:sitzung|anmeldung)
  |non (?:connecte|authentifie)|acces (?:refuse|interdit)|veuillez vous connecter
  |no (?:ha iniciado sesion|autenticado|autorizado)|acceso denegado|sesion no iniciada
  |non (?:autenticato|autorizzato)|accesso negato|nao (?:autenticado|autorizado)|acesso negado
  |niet ingelogd|toegang geweigerd|(?:inte|ikke) (?:inloggad|innlogget|logget ind)
  |nie ?(?:zalogowan|autoryzowan)|brak dostepu|odmowa dostepu|neprihlasen|pristup odepren
  |giris yap(?:madiniz|iniz)|yetkisiz|не авторизован|доступ запрещен|необходимо войти
  |ログインしてください|ログインが必要|未登录|未登錄|未登入|请登录|請登入|无权限|로그인이 필요|로그인 후`;
const DENIED = new RegExp(`${unaccented(CODES)}|${unaccented(WORDS)}`, 'iu');
/** Faults are short, and what an application answers to somebody may speak of anything. */
const READ = 2_048;

/** True for an answer, which says that it did not work, by which nobody is let in. */
export function tellsDenied(source: string): boolean {
  return DENIED.test(unaccented(source.slice(0, READ)));
}
