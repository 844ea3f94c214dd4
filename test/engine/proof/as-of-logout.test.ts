import { expect, it } from 'vitest';
import { asOfLogout } from '../../../src/engine/proof/as-of-logout.js';
import { exchange, START } from '../../support/exchange.js';

const URL = 'https://shop.test/api/me';

it('puts back what was sent last before the logout, of each scheme its own', () => {
  const sends = { cookie: 'sid=old; theme=dark', authorization: 'Bearer old' };
  const asked = exchange({ url: URL, at: START, sends });
  const later = (at: number, sent: Record<string, string>) =>
    exchange({ url: 'https://shop.test/other', at: START + at, sends: sent });
  const all = [
    asked,
    later(1, { cookie: 'sid=new', authorization: 'Bearer new' }),
    later(2, { authorization: 'Basic eDp5' }),
    later(9, { cookie: 'sid=too late' }),
  ];
  expect(asOfLogout(asked.request.headers, asked, all, START + 5)).toEqual([
    { name: 'cookie', value: 'sid=new; theme=dark' },
    { name: 'authorization', value: 'Bearer new' },
  ]);
});
