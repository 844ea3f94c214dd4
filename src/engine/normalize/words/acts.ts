import { regex, unbroken } from '../../regex.js';
import { alternativesOf } from './alternatives.js';

// The acts of logging in and out in the languages of the world, as addresses, fields and buttons
// name them.

export const LOG_IN = wordsOf(
  String.raw`(?:log|sign)[-_ ]?(?:in|on)|authenticate|authentication`,
  `
    anmelden anmeldung einloggen connexion se-connecter iniciar-sesion inicio-sesion iniciar-sessao
    acceder entrar accedi inloggen aanmelden logga-in logg-inn log-ind kirjaudu zaloguj logowanie
    prihlaseni prihlasit prihlasenie bejelentkezes belepes autentificare conectare giris giris-yap
    oturum-ac masuk dang-nhap prijava вход войти вхід увійти σύνδεση είσοδος 登录 登入 登錄 ログイン
    サインイン 로그인 เข้าสู่ระบบ تسجيل-الدخول התחברות`,
);
/** Of these the words for which mean as well to sign up: for a letter, a course, a visit. */
export const SIGN_UP_TOO = wordsOf(
  'sign[-_ ]?on',
  `anmelden anmeldung aanmelden aanmelding prijava prihlaseni prihlasit prihlasenie bejelentkezes
    inscription giris`,
);
export const LOG_OUT = wordsOf(
  unbroken`
    (?:log|sign)[-_ ]?(?:out|off)
    |(?:end|destroy|close|delete|kill|terminate|invalidate)[-_]?session`,
  `
    abmelden abmeldung ausloggen deconnexion se-deconnecter deconnecter cerrar-sesion
    encerrar-sessao terminar-sessao desconectar disconnessione uitloggen afmelden logga-ut logg-ut
    log-ud kirjaudu-ulos wyloguj odhlasit odhlaseni odhlasenie kijelentkezes deconectare cikis
    cikis-yap oturum-kapat keluar dang-xuat odjava выход выйти вихід вийти αποσύνδεση έξοδος
    退出登录 登出 注销 註銷 ログアウト サインアウト 로그아웃 ออกจากระบบ تسجيل-الخروج התנתקות`,
);
/** The same in two parts of a path: `/session/end`. */
export const END_OF_SESSION = String.raw`sessions?\/(?:end|destroy|terminate)`;
/** Of these the words for which mean as well to be off a list: of a letter, a course, a meal. */
export const SIGN_OFF_TOO = wordsOf(
  'sign[-_ ]?off',
  `abmelden abmeldung afmelden afmelding odjava odhlasit odhlaseni odhlasenie kijelentkezes
    desinscription`,
);
/** Words for leaving, of whatever. */
export const OUT_OF = new RegExp(
  `^(?:${wordsOf('', 'salir sair esci uscita beenden ende sortie 退出')})$`,
  'i',
);

/** Names in the paths to which servers of OAuth, SAML and WS-Federation send the browser back. */
export const WAY_BACK = regex('i')`
  (?:^|[/_.-])(?:callback|oauth2?|oidc|openid|openidconnect|saml2?|acs|sso|adfs|wsfed
  |signin-[\w-]+)(?:$|[/_.-])`;

/** Alternatives of a pattern, and the words of a table in any of their spellings. */
function wordsOf(pattern: string, table: string): string {
  return [pattern, alternativesOf(table)].filter(Boolean).join('|');
}
