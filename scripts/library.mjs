// @ts-check
// What `npm run pack` packs: dist/cli, dist/lib with its types, and dist/package, which holds both
// and needs no other package, since what they use of others is built into them. --keep-command:
// dist/cli is fresh.
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, mainOf, prepare, runTool } from './prepare.mjs';

const PACKAGE = 'dist/package';

await mainOf(() => {
  prepare();
  if (!process.argv.includes('--keep-command')) build('cli');
  build('lib');
  if (!runTool('tsc', '-p', 'tsconfig.lib.json')) throw new Error('the types could not be made.');
  makePackage();
});

function makePackage() {
  const project = JSON.parse(readFileSync('package.json', 'utf8'));
  rmSync(PACKAGE, { recursive: true, force: true });
  for (const path of [...project.files, 'README.md', 'LICENSE', 'CHANGELOG.md'])
    cpSync(path, join(PACKAGE, path), { recursive: true });
  for (const part of ['private', 'scripts', 'dependencies', 'devDependencies'])
    delete project[part];
  writeFileSync(join(PACKAGE, 'package.json'), `${JSON.stringify(project, null, 2)}\n`);
}
