import { call, run, show, showOrders } from '../calls.js';

const { metricsUrl = '', legacyToken = '' } = document.body.dataset;

run(async () => {
  const token = localStorage.getItem('access_token');
  if (!token) return location.replace('/account');
  const authorization = { Authorization: `Bearer ${token}` };
  showOrders(await call('lists your orders', '/api/orders', { headers: authorization }));

  // Seeded: the token ends up in histories, logs and whatever else keeps URLs.
  const invoice = `/invoice?access_token=${token}`;
  show('note', await call('fetches the last invoice, with the token in its URL', invoice));

  // Seeded: a password that everybody who reads this script knows.
  const stock = { headers: { Authorization: `Basic ${btoa('stock:kettle')}` } };
  await call('asks the old stock system', '/legacy/stock', stock);

  // Seeded: unsigned, ended in 2024, and still good enough.
  const loyalty = { headers: { 'X-Legacy-Token': legacyToken } };
  await call('asks the old loyalty system', '/legacy/loyalty', loyalty);

  // Seeded: another site gets to act as the user.
  const visit = { method: 'POST', headers: authorization };
  await call('counts your visit', `${metricsUrl}/collect`, visit);
});
