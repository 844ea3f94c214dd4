import { accessToken } from './access.js';
import { call, run, show } from '../calls.js';

run(async () => {
  // Kept in this variable alone: it is gone when the page is.
  const headers = await accessToken('gets an access token for five minutes', '/api/token');
  const me = await call('shows who you are', '/api/me', { headers });
  show('full-name', me.name);
  show('member', `Drinks tea with us since ${me.since}.`);
});
