import { describe, expect, it } from 'vitest';
import type { ResourceType } from '../../../src/engine/model.js';
import { Navigations } from '../../../src/recording/requests/navigations.js';
import { exchange } from '../../support/exchange.js';

const A = 'https://shop.test/';
const B = 'https://shop.test/account';
const told = (navigations: Navigations) => navigations.all().map(({ at, url }) => [at, url]);

describe('the pages of a tab', () => {
  it('are told once, whichever of the two signs comes first', () => {
    const navigations = new Navigations();
    navigations.shown(0, A);
    navigations.loaded(30, A);
    navigations.loaded(5_000, A);
    navigations.shown(5_040, B);
    expect(told(navigations)).toEqual([
      [0, A],
      [5_000, B],
    ]);
  });

  it('are told again where one is loaded anew', () => {
    const navigations = new Navigations();
    navigations.shown(0, A);
    navigations.loaded(9_000, A);
    expect(told(navigations)).toEqual([
      [0, A],
      [9_000, A],
    ]);
  });

  it('are told where a script gave the page another address', () => {
    const navigations = new Navigations();
    navigations.shown(0, A);
    navigations.shown(200, B);
    navigations.shown(400, A);
    expect(told(navigations).map(([, url]) => url)).toEqual([A, B, A]);
  });

  it('are the newest two hundred, also after a checkpoint', () => {
    const navigations = new Navigations();
    for (let n = 0; n < 250; n += 1) navigations.shown(n * 2_000, `${A}${n}`);
    const again = new Navigations(JSON.parse(JSON.stringify(navigations.save())));
    expect(again.all()).toHaveLength(200);
    expect(again.all().at(-1)).toEqual({ at: 498_000, url: `${A}249` });
  });

  it('are the documents of a file that were no redirect', () => {
    const navigations = new Navigations();
    const document = (status: number, type: ResourceType = 'document') =>
      exchange({ url: `${A}${status}`, type, status, at: 5 });
    for (const one of [document(303), document(200), document(404), document(200, 'fetch')])
      navigations.take(one);
    expect(told(navigations).map(([, url]) => url)).toEqual([`${A}200`, `${A}404`]);
  });

  it('are written anew where a password is learnt late', () => {
    const navigations = new Navigations();
    navigations.shown(0, `${A}?pw=secret`);
    navigations.rewrite((url) => url.replace('secret', ''));
    expect(told(navigations)).toEqual([[0, `${A}?pw=`]]);
  });
});
