import { regex } from '../../regex.js';
import { unaccented } from './password-words.js';

// What follows the word for a password in a path: one, or a word of the interface.

/** What a page does with a password, and what else it calls so. */
const OF_INTERFACE: ReadonlySet<string> = new Set(
  unaccented(`
    reset resets forgot forgotten forget change changed changing edit new update updated create
    set add remove check verify verified validate validation confirm confirmation confirmed
    strength policy policies rule rules generate generator random email mail sms phone send sent
    resend request requests recover recovery restore lost expired expire expiry expiration show
    hide view toggle hash hashed history list all search index login logon signin signup register
    form page html htm php asp aspx jsp do json xml token tokens code codes link links key keys
    otp success successful successfully done error errors failed fail failure invalid wrong
    missing required requirements settings setting options option security account accounts
    profile user users admin api rest status info help faq about manager managers vault safe hint
    hints question questions challenge step start finish complete completed save submit cancel
    back next modal dialog popup input field label icon icons image images img js css src assets
    static default common me self current old repeat again protected protection protect manage
    management auth oauth sso saml web mobile app get put post delete patch enable disable enabled
    disabled grant format type mode length name names id ids value values config export import
    share shares instructions notice message messages template count zurucksetzen zuruecksetzen
    andern aendern vergessen neu wiederherstellen olvidada olvide recuperar cambiar restablecer
    nueva oublie oubliee changer modifier reinitialiser nouveau dimenticata cambia recupera
    reimposta esqueci esqueceu alterar redefinir nova zmien zmiana resetuj przypomnij zapomniane
    wijzigen vergeten herstellen sifirla unuttum degistir yenile glomt andra bytte nollstall
    zapomenute zmena obnova забыли забыл смена сменить изменить восстановление восстановить сброс
    lupa ganti ubah quen doi 重置 忘记 忘記 修改 找回 变更 変更 再設定 忘れた 재설정 변경 찾기 분실 true false null none
    undefined yes no on off
  `)
    .trim()
    .split(/\s+/),
);
const FILE =
  /\.(?:m?js|cjs|ts|css|map|json|xml|png|jpe?g|gif|svg|webp|ico|html?|php|aspx?|jsp|do|md)$/i;
/** Versions, steps and methods, and what a program puts in later. */
const NUMBERED = regex('i')`
  ^(?:v?\d+(?:\.\d+)+|(?:v|step|page|oauth|sha|md|base|form|level|tab|part|phase|type|auth|mfa
  |scrypt|bcrypt|argon)-?\d{0,3}\w?|[{:<[$*].*|.*[}>\]]|\*+)$`;
const UUID = /^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/i;
/** Words of an address in a row, with numbers among them: `top-10-passwords`. */
const SLUG = /^[a-z\d]+(?:[-_+.][a-z\d]+)+$/;
const EMAIL = /^[^@\s]+@[^@\s]+\.[a-z]{2,}$/i;
const HEX = /^[\da-f]+$/i;

/** True for what is no password wherever it stands. */
export function isNoPathValue(value: string): boolean {
  if (FILE.test(value) || NUMBERED.test(value)) return true;
  if (/[^\p{L}\p{M}\d\s._-]/u.test(value)) return false;
  const words = value
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .split(/[\s\d._-]+/)
    .filter((word) => word !== '');
  const isOfInterface = (word: string) => OF_INTERFACE.has(unaccented(word));
  if (!/\d/.test(value)) return words.some(isOfInterface);
  return words.length > 1 && /[._-]/.test(value) && words.every(isOfInterface);
}

/** True for what somebody thought of: letters and other signs, and nothing that chance made. */
export function looksLikePassword(value: string): boolean {
  if (value.length < 5 || value.length > 32 || !/\p{L}/u.test(value)) return false;
  if (!/[\d!@$%^&*?]/.test(value)) return false;
  if (UUID.test(value) || HEX.test(value) || SLUG.test(value) || EMAIL.test(value)) return false;
  return value.length < 16 || (value.match(/\d+/g)?.length ?? 0) < 3;
}
