// Visits stacks and open applications with the built extension, has it prove which credentials log
// in and whether the logout ended them, and holds that against what withholding from outside finds.
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { applicationNames, halfOf, loadApplication } from './applications/support/load.js';
import type { Proved } from './prove/scene.js';
import { type Mark, type Score, scoreOf } from './prove/score.js';
import { provedFile } from './record/out.js';
import type { Half, Stack } from './support/stack.js';

const MINUTES = 4;
/** Of what was asked, so much has to be named; and nothing may be wrong. */
const NAMED = 0.95;

const showHeldOut = process.argv.includes('--show-held-out');
const words = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const stacks = readdirSync(join(import.meta.dirname, 'stacks')).map((file) => file.slice(0, -3));
const names = words.length > 0 ? words : stacks;
const scores: Score[] = [];
let failed = 0;
for (const name of names) {
  const score = await proveOne(name);
  if (score) scores.push(score);
  else failed++;
}
process.exit(summary() && failed === 0 ? 0 : 1);

async function proveOne(name: string): Promise<Score | undefined> {
  const half = await halfOfName(name);
  const first = await visited(name);
  if (!first) return undefined;
  // A login that the first proof ended says nothing of the logout.
  const after = first.stays ? undefined : await visited(name, 'logout-only');
  const proved = after ? joined(first, after) : first;
  let score = scoreOf(proved);
  if (score.logout === 'wrong') {
    const { survives } = (await visited(name, 'outside-first')) ?? {};
    if (survives !== undefined) score = scoreOf({ ...proved, survives });
  }
  print(name, half, score, proved);
  return score;
}

/** The proof before the logout of one visit, and that after it of another one. */
function joined(first: Proved, { proofs, survives }: Proved): Proved {
  const before = first.proofs.filter(({ question }) => question === 'authenticates');
  const after = proofs.filter(({ question }) => question === 'survives-logout');
  return { ...first, proofs: [...before, ...after], ...(survives !== undefined && { survives }) };
}

async function visited(name: string, ...more: string[]): Promise<Proved | undefined> {
  const main = join(import.meta.dirname, 'prove/main.ts');
  const args = ['--import', 'tsx', main, name, ...more];
  const { status, stderr } = spawnSync(process.execPath, args, {
    encoding: 'utf8',
    timeout: MINUTES * 60_000,
    // What is asked past the browser goes to servers of our own, with a certificate of our own.
    env: { ...process.env, NODE_TLS_REJECT_UNAUTHORIZED: '0' },
  });
  if (status === 0) return JSON.parse(await readFile(provedFile(name), 'utf8')) as Proved;
  console.log(`${name}: could not be visited\n${stderr.slice(-800)}`);
  return undefined;
}

/** Of what is held out only the marks. */
function print(name: string, half: Half, score: Score, { stays, changed, proofs }: Proved): void {
  const { login, logout, named, decides, why } = score;
  const sent = proofs.map((proof) => proof.sent).join(' + ');
  console.log(`${name}: login ${login}, logout ${logout}, ${sent || 'no'} requests`);
  if (half !== 'tuning' && !showHeldOut) return;
  if (login !== 'right') console.log(`  named ${list(named)}, decides ${list(decides)}: ${why}`);
  if (!stays && login !== 'unasked')
    console.log('  the login was not there any more after the proof');
  if (changed.length > 0) console.log(`  the jar changed: ${list(changed)}`);
}

function summary(): boolean {
  const [login, logout] = [tally('login'), tally('logout')];
  const asked = login.right + login.untold + login.wrong;
  const share = asked === 0 ? 1 : login.right / asked;
  console.log(`\nwhich log in: ${told(login)}`);
  console.log(`ended by the logout: ${told(logout)}`);
  return login.wrong + logout.wrong === 0 && share >= NAMED;
}

function tally(of: 'login' | 'logout'): Record<Mark, number> {
  const count = { right: 0, untold: 0, wrong: 0, unasked: 0 };
  for (const score of scores) count[score[of]]++;
  return count;
}

function told({ right, untold, wrong, unasked }: Record<Mark, number>): string {
  return `${right} right, ${untold} not told, ${wrong} wrong; ${unasked} with nothing to hold it against`;
}

function list(all: readonly string[]): string {
  return all.length === 0 ? 'nothing' : all.join(', ');
}

async function halfOfName(name: string): Promise<Half> {
  if (!applicationNames().includes(name))
    return ((await import(`./stacks/${name}.ts`)) as { stack: Stack }).stack.half;
  if (halfOf(name) !== 'tuning')
    throw new Error(`${name} is blind: only open ones are driven here.`);
  return (await loadApplication(name)).half;
}
