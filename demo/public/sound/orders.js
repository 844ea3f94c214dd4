import { accessToken } from './access.js';
import { call, run, show, showOrders } from '../calls.js';

run(async () => {
  const why = 'gets a new access token and rotates the refresh cookie';
  const headers = await accessToken(why, '/api/token/refresh');
  showOrders(await call('lists your orders', '/api/orders', { headers }));
  show('note', await call('fetches the last invoice', '/api/invoice', { headers }));
});
