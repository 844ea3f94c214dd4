import { unbroken } from '../../regex.js';
import { unaccented } from './unaccented.js';

// What is said to whoever has logged out, in the languages of the world.

const SAID = patternOf(unbroken`
  \b(?:you(?:.ve| have| are| were)?(?: (?:been|now|successfully|safely))*\s
  (?:signed|logged)[- ]?(?:out|off)|(?:signed|logged)[- ]?(?:out|off) successfully|
  (?:log|sign)[- ]?(?:out|off) (?:was )?(?:successful|complete)|successfully\s
  (?:logged|signed) out)\b
  |\b(?:sie|du) (?:sind|bist|wurden?|wurdest|haben sich|hast dich)
  (?: (?:jetzt|nun|erfolgreich|sicher|hiermit))*(?: abgemeldet| ausgeloggt)
  |\b(?:abmeldung|abmelden|logout) (?:war )?erfolgreich|\berfolgreich (?:abgemeldet|ausgeloggt)
  |\bvous (?:etes|avez ete)(?: (?:maintenant|bien))* deconnecte|\bdeconnexion reussie
  |\b(?:has cerrado|se ha cerrado|ha cerrado)(?: la| tu| su)? sesion|\bsesion cerrada
  |\b(?:sei stato|disconnessione) (?:disconnesso|effettuata|riuscita)|\bhai effettuato il logout
  |\b(?:voce saiu|sessao (?:encerrada|terminada))|\b(?:u|je) (?:bent|hebt) (?:nu )?
  (?:uitgelogd|afgemeld|succesvol uitgelogd)|\bdu (?:ar|er)(?: nu| na)?\s
  (?:utloggad|logget (?:ut|ud)|logget af)
  |\bzostales wylogowan|\bwylogowano|\bbyli? jste odhlasen
  |\b(?:oturum(?:unuz)? kapatildi|cikis yapildi)
  |вы вышли|вы успешно вышли|ログアウトしました|サインアウトしました|退出成功|已退出|已登出|已注销|成功登出
  |로그아웃 ?되었습니다|로그아웃 ?했습니다`);
/** Whoever was away has not logged out. */
const LOST = patternOf(unbroken`
  inactiv|expired|timed? ?out|idle|inaktiv|untatig|abgelaufen|zeituberschreitung|expire|caducad
  |scadut|expirou|verlopen|истек|期限|タイムアウト|超时|逾時|만료|another (?:device|browser)`);

/** True for a sentence, or a few, that say that somebody has logged out, of their own will. */
export function tellsLoggedOut(text: string): boolean {
  const told = unaccented(text);
  return SAID.test(told) && !LOST.test(told);
}

function patternOf(words: string): RegExp {
  return new RegExp(unaccented(words), 'iu');
}
