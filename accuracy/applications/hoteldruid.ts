import type { Page } from 'puppeteer-core';
import { clickThrough } from '../support/drive.js';
import { USER } from '../support/site.js';
import type { Running, Visit } from '../support/stack.js';
import { apache } from './support/apache.js';
import type { Application } from './support/application.js';
import type { Scratch } from './support/scratch.js';
import { copyTree } from './support/tree.js';

const HOST = 'hotel.test';
const MENU = '#nb_men';

/**
 * HotelDruid, the books of a hotel, in Spanish: the session's id in each address and form, and no
 * cookie.
 */
export const application: Application = {
  name: 'hoteldruid',
  kind: 'application',
  language: 'PHP',
  packages: ['hoteldruid', 'php-sqlite3', 'apache2', 'libapache2-mod-php'],
  docs: [
    // controlla_login: crea_id_sessione (the time and 20 characters by chance), kept in `sessioni`
    // with address and browser; 90 minutes. C_USA_COOKIES is 0 as installed (creadb.php).
    '/usr/share/hoteldruid/includes/funzioni.php',
    // logout: "delete from sessioni where idsessioni = '$id_sessione'".
    '/usr/share/hoteldruid/inizio.php',
  ],
  truth: {
    mechanism: 'session-url',
    host: HOST,
    credentials: [
      { carrier: 'url', name: 'id_sessione', role: 'session' },
      { carrier: 'body', name: 'id_sessione', role: 'session' },
      // What was being done, kept on the server between two pages of a form.
      { carrier: 'body', name: 'id_transazione', role: 'other' },
      { carrier: 'url', name: /^(?!id_sessione$)/, role: 'other' },
      { carrier: 'body', name: /^(?!(?:input\[)?id_sessione\]?$)/, role: 'other' },
    ],
  },
  proof: {
    url: /visualizza_tabelle\.php\?.*id_sessione=/,
    parameters: ['id_sessione'],
    knows: ({ status, body }) => status === 200 && body.includes('nb_men'),
  },
  start,
  visit,
};

async function start(scratch: Scratch): Promise<Running> {
  const documentRoot = copyTree(scratch, '/usr/share/hoteldruid');
  for (const name of ['data', 'pages'])
    scratch.run('sed', [
      '-i',
      `s#/var/lib/hoteldruid/${name}#${scratch.open(name)}#`,
      `${documentRoot}/costanti.php`,
    ]);
  const running = await apache(scratch, { host: HOST, documentRoot, php: true });
  const { port } = new URL(running.url);
  const year = String(new Date().getFullYear());
  // What its first page does, then "users": the administrator gets a name and a password.
  await send(`http://127.0.0.1:${port}/creadb.php`, { lingua: 'es' });
  await send(`http://127.0.0.1:${port}/inizio.php`, {});
  await send(`http://127.0.0.1:${port}/gestione_utenti.php`, {
    anno: year,
    modifica_utenti: 'SI',
    num_utenti_tab: '1',
    continua: 'SI',
    id_utente_tab0: '1',
    nome1: USER.name,
    tipo_pass1: '5',
    prima_pass1: USER.password,
    seconda_pass1: USER.password,
  });
  return running;
}

async function send(url: string, fields: Record<string, string>): Promise<void> {
  await (await fetch(url, { method: 'POST', body: new URLSearchParams(fields) })).text();
}

async function visit({ page, url, step }: Visit): Promise<void> {
  await step('anonymous');
  await page.goto(`${url}/inizio.php`);
  await page.goto(`${url}/clienti.php`);
  await step('failed-login');
  // A name that failed has to wait for some seconds.
  await logIn(page, url, 'eva');
  await step('login');
  await logIn(page, url, USER.name);
  await page.waitForSelector(MENU);
  await step('use');
  for (const link of ['#nb_mes', '#nb_icli', '#nb_roo', '#nb_sta', MENU]) await follow(page, link);
  await follow(page, '#nb_icli');
  await page.type('input[name=cognome]', 'Lovelace');
  await clickThrough(page, 'form[action="clienti.php"] button[type=submit]');
  await follow(page, '#nb_roo');
  await page.reload();
  await step('logout');
  await follow(page, MENU);
  await clickThrough(page, OUT);
  await page.goto(`${url}/clienti.php`);
  await step('login-2');
  await logIn(page, url, USER.name);
  await page.waitForSelector(MENU);
  await follow(page, '#nb_roo');
}

const OUT = 'a[href*="logout=SI"]';

async function follow(page: Page, link: string): Promise<void> {
  await Promise.all([
    page.waitForNavigation(),
    page.$eval(link, (element) => (element as HTMLElement).click()),
  ]);
}

async function logIn(page: Page, url: string, name: string): Promise<void> {
  await page.goto(`${url}/inizio.php`);
  await page.type('input[name=nome_utente_phpr]', name);
  await page.type('input[name=password_phpr]', USER.password);
  await clickThrough(page, 'button.login');
}
