import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readBody } from '../../../../src/engine/normalize/bodies/body.js';
import { toldByPage } from '../../../../src/engine/normalize/bodies/page-outcome.js';

const page = (html: string) => `<!doctype html><html><head><title>x</title></head><body>${html}`;
const isRefusal = (html: string) => readBody('text/html', page(html)).refusal === true;

describe('a page that says that a login failed', () => {
  it.each([
    '<div>Login for user ID 1001 failed.</div>',
    '<p>Invalid user name or password</p>',
    '<p>Wrong <b>password</b>!</p>',
    '<h1>Authentication failed</h1><a href="/">Back</a>',
    '<p>Your password is incorrect.</p>',
    '<p>Anmeldung fehlgeschlagen</p>',
    '<p>Ung&uuml;ltiges Kennwort</p>',
    '<p>Das Passwort ist falsch.</p>',
    '<p>Identifiant ou mot de passe incorrect</p>',
    '<p>Échec de la connexion</p>',
    '<p>Usuario o contraseña incorrectos</p>',
    '<p>Nome utente o password errati</p>',
    '<p>Senha inválida</p>',
    '<p>Onjuist wachtwoord</p>',
    '<p>Felaktigt lösenord</p>',
    '<p>Nieprawidłowe hasło</p>',
    '<p>Nesprávné heslo</p>',
    '<p>Hatalı şifre</p>',
    '<p>Неверный логин или пароль</p>',
    '<p>パスワードが違います</p>',
    '<p>ログインに失敗しました</p>',
    '<p>用户名或密码错误</p>',
    '<p>비밀번호가 일치하지 않습니다</p>',
  ])('is told: %s', (html) => expect(isRefusal(html)).toBe(true));

  it.each([
    '<p>Login for user ID 1001 complete.</p>',
    '<p>Welcome back, Ada. Last failed login: 3 days ago</p>',
    '<p>Welcome. 0 failed login attempts since your last visit.</p>',
    '<p>Welcome</p><script>const m = "Wrong password";</script>',
    '<p>Welcome</p><!-- login failed -->',
    '<p>Welcome</p><template><p>Wrong password</p></template>',
    '<p>The upload failed.</p><p>Change your password here.</p>',
    '<p>Angemeldet</p><p>Zuletzt: gestern</p>',
    '<p>로그인되었습니다</p>',
    '<p>ログインしました</p>',
    '<p>Wrong password for the archive</p><a href="/logout">Log out</a>',
  ])('is not seen in: %s', (html) => expect(isRefusal(html)).toBe(false));

  it('is a short one: what has more on it speaks of anything', () => {
    const help = '<p>If the login failed, ask the administrator of your company for help.</p>';
    expect(isRefusal(help.repeat(40))).toBe(false);
  });

  it('is looked for in linear time', { timeout: 5_000 }, () => {
    fc.assert(
      fc.property(
        fc.constantFrom('<', '<p', '&eacute', 'login ', 'password', 'failed ', '비밀번호', '\n '),
        (part) => {
          const long = page(part.repeat(Math.floor(20_000 / part.length)));
          expect(toldByPage(long, false)).toEqual({});
        },
      ),
    );
  });
});
