import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jwtDecode } from 'jwt-decode';
import type { ElementHandle, Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readKept } from '../../accuracy/guard/kept.js';
import type { Recorded } from '../../accuracy/record/read.js';
import { type ExtensionBrowser, useExtension } from '../support/extension.js';
import { DOCKED, Newcomer } from '../support/newcomer.js';
import { THOROUGH } from '../support/thorough.js';

interface Task {
  application: string;
  /** What authenticates, first. */
  identifying: RegExp;
  /** Its name in the list, and what its detail says. */
  name: string;
  safe: RegExp;
  ends: RegExp;
  goesTo: RegExp;
  /** Where it says what to change. */
  change: readonly [click: string, selector: string, words: RegExp];
  /** What it answers of itself. */
  answer: RegExp;
  /** What it has nothing of, which is said once and not in every row. */
  without: RegExp;
}

const TASKS: readonly Task[] = [
  {
    application: 'roundcube',
    identifying: /^session roundcube_sessid/,
    name: 'roundcube_sessid',
    safe: /Safe\? No: 1 high/,
    ends: /Ends .*browser/,
    goesTo: /Goes to roundcube\.test/,
    change: [
      '.identifying ::-p-text(roundcube_sessid)',
      '.cookie-line',
      /^should be Set-Cookie: roundcube_sessid=.*Secure; SameSite=Lax/,
    ],
    answer: /Did the logout end my session\? .*refused with the old roundcube_sessid/,
    without: /No token was seen\./,
  },
  {
    application: 'homebridge',
    identifying: /^access token authorization/,
    name: 'authorization',
    safe: /Safe\? No: 1 high/,
    ends: /Ends /,
    goesTo: /Goes to homebridge\.test/,
    change: [
      '.worst li:first-child button',
      '.finding[open] summary',
      /Serve the whole site over https/,
    ],
    answer: /Did the login give a new session id\? . Yes: .*gave authorization/,
    without: /No server-side session was seen\./,
  },
];

/** The full view, as small as a docked panel, with these requests in it. */
async function opened(
  extension: ExtensionBrowser,
  folder: string,
  entries: readonly unknown[],
): Promise<Page> {
  const path = join(folder, 'visit.har');
  const creator = { name: 'test', version: '1' };
  await writeFile(path, JSON.stringify({ log: { version: '1.2', creator, entries } }));
  const view = await extension.browser.newPage();
  await view.setViewport(DOCKED);
  await view.goto(extension.url('devtools/panel.html'));
  const input = await view.waitForSelector('input[type=file][accept*=har]');
  await (input as ElementHandle<HTMLInputElement>).uploadFile(path);
  await view.waitForSelector('.verdict');
  return view;
}

describe.each(TASKS)('with a recording of $application a newcomer', THOROUGH, (task) => {
  const extension = useExtension();
  let folder: string;
  let view: Page;
  let one: Newcomer;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'credtrail-tasks-'));
    const { entries } = await readKept(task.application);
    view = await opened(extension(), folder, entries);
  });
  afterAll(() => rm(folder, { recursive: true }));

  beforeEach(async () => {
    await view.click('#tab-overview');
    one = new Newcomer(view);
  });

  it('finds what authenticates without a click', async () => {
    expect(await one.reads('.identifying', task.identifying)).toBe(true);
  });

  it('finds in one click whether it is safe, when it ends and where it goes', async () => {
    await one.click(`.identifying ::-p-text(${task.name})`);
    for (const words of [task.safe, task.ends, task.goesTo])
      expect(await one.reads('.glance', words)).toBe(true);
  });

  it('finds in one click what to change', async () => {
    const [click, selector, words] = task.change;
    await one.click(click);
    expect(await one.reads(selector, words)).toBe(true);
  });

  it('compares what there is, and reads once what there is not', async () => {
    await view.click('#tab-compare');
    const text = await view.$eval('#screen-compare', (screen) => (screen as HTMLElement).innerText);
    expect(text.split(task.without)).toHaveLength(2);
  });

  it('finds without a click what its login or logout did', async () => {
    expect(await one.reads('.answer', task.answer)).toBe(true);
  });
});

/** How somebody was thrown out, made of a recording: of which no logout was seen. */
interface Thrown {
  application: string;
  cut(entries: Recorded['entries']): readonly unknown[];
  why: RegExp;
  /** The request that shows it. */
  request: RegExp;
}

const bearerOf = ({ request }: Recorded['entries'][number]) =>
  request.headers.find(({ name }) => name.toLowerCase() === 'authorization')?.value;

const THROWN: readonly Thrown[] = [
  {
    // The server forgets the session, as at a restart: what the recorded logout brought about.
    application: 'postfixadmin',
    cut(entries) {
      const at = entries.findLastIndex(
        ({ request, response }) => request.url.includes('/list.php') && response.status === 302,
      );
      return [...entries.slice(0, at - 1), entries[at]];
    },
    why: /Why was I logged out\? .*did not know postfixadmin_session any more/,
    request: /GET http:\/\/postfixadmin\.test:\d+\/list\.php/,
  },
  {
    // Its token ends while the page is open, and is sent once more.
    application: 'homebridge',
    cut(entries) {
      const last = entries.findLast((entry) => bearerOf(entry) !== undefined)!;
      const { exp } = jwtDecode(bearerOf(last)!.split(' ')[1]!);
      const startedDateTime = new Date((Number(exp) + 60) * 1_000).toISOString();
      return [
        ...entries,
        { ...last, startedDateTime, response: { ...last.response, status: 401 } },
      ];
    },
    why: /Why was I logged out\? .*authorization had ended, and GET \/api\/users was refused/,
    request: /GET http:\/\/homebridge\.test:\d+\/api\/users/,
  },
];

describe.each(THROWN)(
  'somebody whom $application throws out',
  THOROUGH,
  ({ application, cut, why, request }) => {
    const extension = useExtension();
    let folder: string;

    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'credtrail-tasks-'));
    });
    afterAll(() => rm(folder, { recursive: true }));

    it('reads why without a click, and sees the request in one', async () => {
      const { entries } = await readKept(application);
      const view = await opened(extension(), folder, cut(entries));
      const one = new Newcomer(view);
      expect(await one.reads('.answer', why)).toBe(true);
      await one.click('.answer:first-child .link');
      expect(await one.reads('aside .detail-title', request)).toBe(true);
    });
  },
);
