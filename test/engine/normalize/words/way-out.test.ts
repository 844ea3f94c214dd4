import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readBody } from '../../../../src/engine/normalize/bodies/body.js';
import { offersWayOut } from '../../../../src/engine/normalize/words/way-out.js';

const PASSWORDS = '<input type="password" name="password"><input type=password name=again>';
const page = (html: string) => readBody('text/html', `<!doctype html>${html}${PASSWORDS}`);

describe('a page that offers to log out', () => {
  it.each([
    '<a href="/user/logout?token=1">Bye</a>',
    '<a href="index.php?do=logout">x</a>',
    '<a href="/wiki/Special:UserLogout">x</a>',
    '<form action="/logout.php">',
    '<input type="submit" name="_submit" value="Logout">',
    '<button> Log out </button>',
    '<input type=submit value=Logout name=x>',
    '<button>Sign Out</button>',
    '<a href="#">Abmelden</a>',
    '<a href="#">Déconnexion</a>',
    '<button>Cerrar sesión</button>',
    '<a href="#">ログアウト</a>',
    '<button>로그아웃</button>',
  ])('is told, whatever passwords it has fields for: %s', (html) => {
    expect(page(html).wayOut).toBe(true);
    expect(page(html).passwordFields).toEqual(['password', 'again']);
  });

  it.each([
    '<p>You have been logged out.</p>',
    '<p>Log out for your own safety.</p>',
    '<a href="/help/how-to-log-out-safely">Help</a>',
    '<script>const routes = { out: "/logout" };</script>',
    '<!-- <a href="/logout">Log out</a> -->',
    '<template><button>Log out</button></template>',
    '<button>Log in</button>',
  ])('is none of these: %s', (html) => expect(page(html).wayOut).toBeUndefined());

  it('is told of any text in a moment', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 2_000 }), (html) => {
        offersWayOut(html);
      }),
    );
    expect(offersWayOut(`<a href="${'logout'.repeat(50_000)}`)).toBe(false);
    // Read to the end for each of these anew, a page as long as one may be would take minutes.
    for (const begin of ['<script', '<!--', '<style ', '<template>'])
      expect(offersWayOut(begin.repeat(100_000))).toBe(false);
  });
});

const FORM = 'application/x-www-form-urlencoded';

describe('a form with fields for passwords', () => {
  const sent = (text: string) => readBody('application/x-www-form-urlencoded', text).passwordField;

  it('that is sent without any changes none', () =>
    expect(sent('email=a%40b.test&password=&confirm_password=')).toBeUndefined());

  it.each(['password=x&confirm_password=', 'password=x', 'user=ada&password='])(
    'gives one: %s',
    (text) => expect(sent(text)).toBe('password'),
  );

  it.each([
    'user=ada&password=',
    'card=1&pin=1234',
    'kartenPin=12',
    'gift[pin_code]=1',
    'passwort=',
  ])('gives a weak one alone: %s', (text) => expect(readBody(FORM, text).weakPassword).toBe(true));

  it.each(['user=ada&password=x', 'pin=1234&password=x', 'token=x', 'data=user%3Da%26pwd%3Db'])(
    'gives another one, or none: %s',
    (text) => expect(readBody(FORM, text).weakPassword).toBeUndefined(),
  );
});

describe('a button that says by its label what it does', () => {
  const action = (text: string) => readBody('application/x-www-form-urlencoded', text).action;

  it.each([
    ['_submit=Logout', 'Logout'],
    ['submit=Log+out&sid=1', 'Log-out'],
    ['btn_main=Abmelden', 'Abmelden'],
    ['button=%EB%A1%9C%EA%B7%B8%EC%95%84%EC%9B%83', '로그아웃'],
    ['do=prefs&_submit=Save+Preferences', 'prefs Save-Preferences'],
  ])('is what the form asks for: %s', (text, said) => expect(action(text)).toBe(said));

  it('is no long text, and no other field', () => {
    expect(action(`submit=${'a'.repeat(41)}`)).toBeUndefined();
    expect(action('title=Logout')).toBeUndefined();
  });
});
