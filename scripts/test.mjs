// @ts-check
// npm test: installs what is missing, then everything but the tests that are marked as thorough.
// npm run test:thorough: those alone. The last line is "N passed, N failed", where types, lint and
// format count as one each.
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { ensureBrowser } from './ensure-browser.mjs';
import { findFirefox, NO_FIREFOX } from './find-firefox.mjs';
import { build, mainOf, prepare, runTool, startTool } from './prepare.mjs';

const RESULTS = 'out/test-results.json';
const isThorough = process.argv.includes('--thorough');

/** @param {string} title */
const say = (title) => console.log(`\n── ${title} ──`);

/**
 * Types of everything, and of the pure parts, engine and recording, which see neither DOM nor Node.
 * @returns {Promise<boolean>}
 */
async function checkTypes() {
  say('types');
  const projects = ['tsconfig.json', 'src/engine/tsconfig.json'];
  const fine = await Promise.all(projects.map((one) => startTool('tsc', '--noEmit', '-p', one)));
  return fine.every(Boolean);
}

function checkLint() {
  say('lint');
  return runTool('oxlint', '--deny-warnings');
}

function checkFormat() {
  say('format');
  return runTool('oxfmt', '--check');
}

/** @returns {{ passed: number, failed: number, left: number }} */
function runTests() {
  say('tests');
  mkdirSync('out', { recursive: true });
  rmSync(RESULTS, { force: true });
  const fine = runTool(
    'vitest',
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${RESULTS}`,
    `--tags-filter=${isThorough ? '' : '!'}thorough`,
  );
  const { passed, failed, left } = readResults();
  // A run can also fail as a whole: an error outside every test, or no test at all.
  return { passed, failed: fine || failed > 0 ? failed : 1, left };
}

function readResults() {
  try {
    const { numPassedTests, numFailedTests, numPendingTests, testResults } = JSON.parse(
      readFileSync(RESULTS, 'utf8'),
    );
    /** @type {{ status: string, assertionResults: { status: string }[] }[]} */
    const files = testResults;
    const brokenFiles = files.filter(
      (file) =>
        file.status === 'failed' &&
        !file.assertionResults.some(({ status }) => status === 'failed'),
    );
    return {
      passed: numPassedTests,
      failed: numFailedTests + brokenFiles.length,
      left: numPendingTests,
    };
  } catch {
    return { passed: 0, failed: 1, left: 0 };
  }
}

await mainOf(async () => {
  prepare();
  await ensureBrowser();
  // The checker of types works on one core alone: what is to be built is built beside it.
  const types = isThorough ? true : checkTypes();
  build('chrome');
  build('firefox');
  build('cli');
  const checks = isThorough ? [] : [await types, checkLint(), checkFormat()];
  const tests = runTests();
  const passed = tests.passed + checks.filter((fine) => fine).length;
  const failed = tests.failed + checks.filter((fine) => !fine).length;
  if (!isThorough) {
    if (!findFirefox()) console.log(`\n${NO_FIREFOX}`);
    if (tests.left > 0) console.log(`\n${tests.left} not run: npm run test:thorough has the rest.`);
  }
  console.log(`\n${passed} passed, ${failed} failed`);
  process.exitCode = failed > 0 ? 1 : 0;
});
