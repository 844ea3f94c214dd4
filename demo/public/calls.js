// Shared by the pages of both shops: makes a page's calls and shows what they were for.

/**
 * Fetches, notes the call on the page, and gives back the JSON or the text of the answer.
 * @param {string} why
 * @param {string} url
 * @param {RequestInit} init
 */
export async function call(why, url, init = {}) {
  const response = await fetch(url, init);
  const address = new URL(url, location.href);
  const place = address.origin === location.origin ? address.pathname : address.href;
  note(`${init.method ?? 'GET'} ${place}${address.search && '?…'}`, why);
  if (!response.ok) throw new Error(`${place} answered ${response.status}`);
  const json = response.headers.get('content-type')?.startsWith('application/json');
  return json ? response.json() : response.text();
}

/**
 * Runs the page's calls; the page says when they are done, and whether they went well.
 * @param {() => Promise<void>} story
 */
export async function run(story) {
  try {
    await story();
    document.body.dataset['ready'] = 'yes';
  } catch (error) {
    show('failure', String(error));
    document.body.dataset['ready'] = 'failed';
  }
}

/**
 * Puts text into the element of that id.
 * @param {string} id
 * @param {string} text
 */
export function show(id, text) {
  document.getElementById(id)?.replaceChildren(text);
}

/**
 * Lists the orders.
 * @param {Record<'number' | 'item' | 'day' | 'price', string>[]} orders
 */
export function showOrders(orders) {
  for (const { number, item, day, price } of orders) {
    const cells = [`No. ${number}`, item, day, price].map((text) => element('span', text));
    append('orders', ...cells);
  }
}

/**
 * @param {string} request
 * @param {string} why
 */
function note(request, why) {
  append('calls', element('code', request), ` ${why}`);
}

/**
 * Adds a line to a list.
 * @param {string} id
 * @param {(Node | string)[]} content
 */
function append(id, ...content) {
  const line = document.createElement('li');
  line.append(...content);
  document.getElementById(id)?.append(line);
}

/**
 * @param {string} tag
 * @param {string} text
 */
function element(tag, text) {
  return Object.assign(document.createElement(tag), { textContent: text });
}
