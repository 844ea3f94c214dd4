import { describe, expect, it } from 'vitest';
import { Analysis } from '../../../src/engine/pipeline/analyze.js';
import { exchange } from '../../support/exchange.js';
import { Seeded } from '../../support/seeded.js';

// An address is opened, its answer sets a cookie and leads back.

const SITE = 'https://garden.test';
const roleOf = (path: string, cookie: string, status = 303) => {
  const analysis = new Analysis();
  const set = { url: SITE + path, gets: { 'set-cookie': `${cookie}; Max-Age=31536000; Path=/` } };
  const led = status === 200 ? {} : { redirectUrl: `${SITE}/` };
  analysis.addExchange(exchange({ ...set, ...led, status }));
  analysis.addExchange(exchange({ url: `${SITE}/`, sends: { cookie } }));
  return analysis.credentials().map(({ role }) => role);
};

describe('what its address names was chosen there', () => {
  it.each<[string, string, number?]>([
    ['/farbe/dunkel', 'farbe=dunkel'],
    ['/saison/automne', 'zx=automne'],
    ['/sort?by=newest', 'o=newest'],
    ['/zeige?ansicht=kacheln', 'ansicht=kacheln', 200],
    ['/set/%EC%96%B4%EB%91%A1%EA%B2%8C', 'bg=%EC%96%B4%EB%91%A1%EA%B2%8C'],
    ['/unit.php?u=fahrenheit&back=%2F', 'u=fahrenheit'],
    // The address is for this one choice.
    ['/seitenleiste', 'seitenleiste=zu', 200],
    ['/index.cgi?rm=lampe', 'lampe=gruen', 200],
    ['/toggle/kontrast', 'kontrast=an'],
  ])('%s sets %s', (...visit) => {
    expect(roleOf(...visit)).toEqual(['preference']);
  });
});

describe('it was not', () => {
  it.each<[string, string, string, number?]>([
    ['where the address names something else', '/farbe/hell', 'farbe=dunkel'],
    ['where it stands there by chance, in a page', '/garden/roses', 'last=roses', 200],
    ['where it says whence somebody came', '/ref/partnerstore', 'zx=partnerstore'],
    ['where a campaign does', '/?utm_source=spring', 'utm_source=spring', 200],
    ['where it is tried on somebody', '/variant/blau', 'zx=blau'],
    ['where the address only speaks of it', '/lampen/alle', 'lampe=gruen', 200],
    ['where whence somebody came is its whole name', '/partner', 'partner=acme', 200],
  ])('%s', (_why, ...visit) => {
    expect(roleOf(...visit)).not.toContain('preference');
  });

  it('where it may be a secret', () => {
    const value = new Seeded('chosen').base62(32);
    expect(roleOf(`/key/${value}`, `zx=${value}`)).not.toContain('preference');
  });
});
