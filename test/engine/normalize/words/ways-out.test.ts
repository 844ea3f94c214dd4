import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { waysOutOf } from '../../../../src/engine/normalize/words/ways-out.js';

describe('a way out of a page', () => {
  it.each<[string, ReturnType<typeof waysOutOf>]>([
    ['<a href=/tor/zu>Abmelden</a>', [{ to: '/tor/zu' }]],
    ['<a class="x" href="?a=1&amp;b=2"><i></i> Log out</a>', [{ to: '?a=1&b=2' }]],
    ['<a href="/x">Sign out (ada)</a>', [{ to: '/x' }]],
    ['<a href="/x">Se déconnecter</a>', [{ to: '/x' }]],
    [
      '<form method=post action=/ka/tai><button>ログアウト</button></form>',
      [{ to: '/ka/tai', form: true }],
    ],
    [
      '<form method=post action=/o><input type=submit value="Log out"></form>',
      [{ to: '/o', form: true }],
    ],
    [
      '<form method=POST action=/s><input type=hidden name=_method value=delete>' +
        '<button>Sign out</button></form><form method=post action=/s></form>',
      [{ to: '/s', form: true, word: 'delete' }],
    ],
    [
      '<form method=post action="/accounts/logout/?next=/"><button>Yes</button></form>',
      [{ to: '/accounts/logout/?next=/', form: true }],
    ],
  ])('is found in %s', (html, ways) => expect(waysOutOf(html)).toEqual(ways));

  it.each([
    '<a href="/cancel">Cancel</a>',
    '<a href="/blog/log-out">How to log out of everything at once</a>',
    '<form method=get action=/o><button>Log out</button></form>',
    '<form method=post action=/blog/logouts-explained><button>Send</button></form>',
    '<form method=post action=/o><button>Save</button><button>Log out</button></form>',
    // One address for two forms, and nothing that tells them apart.
    '<form method=post action=/o><button>Log out</button></form><form method=post action=/o></form>',
    '<!-- <a href=/x>Log out</a> --><script>"<a href=/x>Log out</a>"</script>',
  ])('is not found in %s', (html) => expect(waysOutOf(html)).toEqual([]));

  it('is looked for in linear time in whatever there is', { timeout: 5_000 }, () => {
    fc.assert(
      fc.property(
        fc.constantFrom('<a ', '<a href=x>', '<form method=post>', '<button>', '</a'),
        (part) => {
          expect(waysOutOf(part.repeat(20_000))).toEqual([]);
        },
      ),
      { numRuns: 10 },
    );
  });
});
