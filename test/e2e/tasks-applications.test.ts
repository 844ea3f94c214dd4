import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElementHandle, Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readKept } from '../../accuracy/guard/kept.js';
import { useExtension } from '../support/extension.js';
import { DOCKED, Newcomer } from '../support/newcomer.js';

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
    answer: /Did the logout end my session\? .*left roundcube_sessid/,
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
      /Serve the whole site by https/,
    ],
    answer: /Did the login give a new session id\? . Yes: .*gave authorization/,
  },
];

describe.each(TASKS)('with a recording of $application somebody who has never seen it', (task) => {
  const extension = useExtension();
  let folder: string;
  let view: Page;
  let one: Newcomer;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'credtrail-tasks-'));
    const path = join(folder, `${task.application}.har`);
    const { entries } = await readKept(task.application);
    const creator = { name: 'test', version: '1' };
    await writeFile(path, JSON.stringify({ log: { version: '1.2', creator, entries } }));
    view = await extension().browser.newPage();
    await view.setViewport(DOCKED);
    await view.goto(extension().url('devtools/panel.html'));
    const input = await view.waitForSelector('input[type=file][accept*=har]');
    await (input as ElementHandle<HTMLInputElement>).uploadFile(path);
    await view.waitForSelector('.verdict');
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

  it('finds without a click what its login or logout did', async () => {
    expect(await one.reads('.answer', task.answer)).toBe(true);
  });
});
