// An analytics id as a measuring script would set it: it recognises a browser, not a user.
if (!document.cookie.includes('_ga=')) {
  const id = Math.floor(1e8 + Math.random() * 9e8);
  const since = Math.floor(Date.now() / 1000);
  document.cookie = `_ga=GA1.1.${id}.${since}; Path=/; Max-Age=15552000; SameSite=Lax`;
}
document.body.dataset.ready = 'yes';
