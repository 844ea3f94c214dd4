import { beforeEach, describe, expect, it } from 'vitest';
import type { Exchange } from '../../../../src/engine/model.js';
import {
  answersTo,
  deletes,
  first,
  FLAGS,
  go,
  login,
  logout,
  page,
  second,
  sets,
  sid,
  SITE,
  startAgain,
  toLogin,
} from '../../../support/answers-of-shop.js';

beforeEach(startAgain);

describe('did the logout end it?', () => {
  const began = () => [go('/account', toLogin), login(sets(first)), page(first), page(first)];
  it.each<[string, () => Exchange[], string]>([
    [
      'the old id is sent again and works',
      () => [...began(), logout(first, deletes), page(first)],
      'logout bad answer_logout_accepted',
    ],
    [
      'the old id is sent again and refused',
      () => [...began(), logout(first, deletes), page(first, toLogin)],
      'logout good answer_logout_refused',
    ],
    [
      'no answer was seen to set the cookie, nor to take it away',
      () => [login({}), page(first), page(first), logout(first)],
      'logout unknown answer_logout_unseen',
    ],
    [
      'the cookie is deleted, and nothing more is seen',
      () => [...began(), logout(first, deletes), go('/')],
      'logout unknown answer_logout_unproven',
    ],
    [
      'the cookie stays, and another login replaces it',
      () => [...began(), logout(first), login(sets(second), sid(first)), page(second)],
      'logout unknown answer_logout_stayed',
    ],
    [
      'the cookie is deleted, and another login gives one',
      () => [...began(), logout(first, deletes), login(sets(second)), page(second)],
      'logout unknown answer_logout_unproven',
    ],
    [
      'no request shows whether it stayed until the next login',
      () => [...began(), logout(first), login(sets(second)), page(second)],
      'logout unknown answer_logout_unseen',
    ],
    [
      'the session is deleted, and one of less weight stays',
      () => [
        go('/', { gets: { 'set-cookie': `visit_session=${second}; ${FLAGS}` } }),
        ...began(),
        go('/logout', {
          method: 'POST',
          sends: { cookie: `shop_session=${first}; visit_session=${second}` },
          gets: deletes,
        }),
        go('/', { sends: { cookie: `visit_session=${second}` } }),
      ],
      'logout unknown answer_logout_unproven',
    ],
    [
      'the cookie stays as it was',
      () => [...began(), logout(first), go('/')],
      'logout unknown answer_logout_stayed',
    ],
    [
      'a cookie that keeps the user for weeks is left',
      () => [
        go('/account', toLogin),
        login({
          'set-cookie': [
            `shop_session=${first}; ${FLAGS}`,
            `remember_me=${second}; Max-Age=2592000; ${FLAGS}`,
          ],
        }),
        go('/account', { sends: { cookie: `shop_session=${first}; remember_me=${second}` } }),
        go('/logout', {
          method: 'POST',
          sends: { cookie: `shop_session=${first}; remember_me=${second}` },
          status: 303,
          redirectUrl: `${SITE}/`,
          gets: deletes,
        }),
      ],
      'logout bad answer_logout_left',
    ],
  ])('%s', (_, steps, answer) => {
    expect(answersTo(steps())).toContain(answer);
  });
});
