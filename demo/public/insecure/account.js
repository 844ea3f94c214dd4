import { call, run, show } from '../calls.js';

run(async () => {
  const tokens = await call('trades the session cookie for tokens', '/api/token', {
    method: 'POST',
  });
  // Seeded: every script of this origin can read all three.
  localStorage.setItem('access_token', tokens.access_token);
  localStorage.setItem('refresh_token', tokens.refresh_token);
  const profile = { name: 'Ada Lovelace', theme: 'auto', id_token: tokens.id_token };
  sessionStorage.setItem('profile', JSON.stringify(profile));

  const me = await call('shows who you are, with the access and the ID token', '/api/me', {
    headers: { Authorization: `Bearer ${tokens.access_token}`, 'X-Id-Token': tokens.id_token },
  });
  show('full-name', me.name);
  show('member', `Drinks tea with us since ${me.since}.`);

  await call('refreshes the access token, long before it ends', '/api/token/refresh', {
    method: 'POST',
    headers: { 'X-Refresh-Token': tokens.refresh_token },
  });
  // Seeded: the old help pages keep their session id in the path.
  const help = `/help/tip;jsessionid=${document.body.dataset.helpSession}`;
  await call('asks the old help pages for a tip', help);
});
