import { describe, expect, it } from 'vitest';
import { LoginPages } from '../../../../src/engine/moments/login/login-pages.js';
import { FormShown } from '../../../../src/engine/moments/session/form-shown.js';
import { form } from '../../../support/bodies.js';
import { ASKS, at, leadsTo, post, SITE } from '../../../support/box-site.js';

describe('the page for logging in that somebody opened', () => {
  const opened = at('/login', { responseBody: ASKS });
  const { id, url, method, startedAt } = opened;
  const ref = { id, url, method };
  const shown = (...pages: ReturnType<typeof at>[]) => {
    const watch = new FormShown(new LoginPages());
    for (const page of pages) watch.note(page, { ...ref, url: page.url });
    return watch;
  };
  const left = { type: 'logout', at: startedAt, site: SITE, exchange: ref };

  it('may have been the logout, after a restart too', () => {
    expect(shown(opened).leftBy(SITE)).toEqual(left);
    expect(new FormShown(new LoginPages(), shown(opened).save()).leftBy(SITE)).toEqual(left);
  });

  it('was none where another page came, or who was thrown out was sent there', () => {
    expect(shown(opened, at('/home')).leftBy(SITE)).toBeUndefined();
    const watch = new FormShown(new LoginPages());
    watch.thrownOut(at('/home', leadsTo('/login')));
    watch.note(opened, ref);
    expect(watch.leftBy(SITE)).toBeUndefined();
  });

  it('tells that a password was tried in vain, and nothing of other forms', () => {
    const watch = shown(opened);
    expect(watch.isTriedInVain(post('/in', { requestBody: form('u=a&pw=x') }))).toBe(true);
    expect(watch.isTriedInVain(post('/in', leadsTo('/login')))).toBe(true);
    expect(watch.isTriedInVain(post('/in', leadsTo('/home')))).toBe(false);
    expect(watch.isTriedInVain(at('/in', leadsTo('/login')))).toBe(false);
  });

  it('is forgotten', () => {
    const watch = shown(opened);
    watch.reset();
    expect(watch.save()).toEqual({ form: null, thrownTo: null });
  });
});
