import { describe, expect, it } from 'vitest';
import {
  IN_THE_BUILD,
  lockedPackages,
  noticesText,
  OF_TOOLS,
  packagesOf,
} from '../../scripts/third-party.js';

const packages = lockedPackages();
const beyond = (allowed: ReadonlySet<string>, dev: boolean) =>
  packages
    .filter((one) => one.dev === dev && !allowed.has(one.licence))
    .map(({ name, licence }) => `${name}: ${licence}`);

describe('the licences of dependencies', () => {
  it('are those that what is built may hold', () =>
    expect(beyond(IN_THE_BUILD, false)).toEqual([]));
  it('are known of every tool', () => expect(beyond(OF_TOOLS, true)).toEqual([]));
});

describe('the notices of what is built', () => {
  const text = noticesText();

  it.each(packages.filter(({ dev }) => !dev).map(({ name, version }) => [name, version]))(
    'have the licence of %s %s, and where its source is',
    (name, version) => {
      expect(text).toContain(`\n${name} ${version} (`);
      expect(text).toContain(`/package/${name}/v/${version}\n`);
    },
  );

  it('name no tool', () => expect(text).not.toMatch(/^(?:vite|typescript|puppeteer-core) /m));
});

it('knows packages by the paths of their modules, whatever stands around', () => {
  const paths = [
    '/a/node_modules/preact/hooks/dist/hooks.mjs',
    '/a/node_modules/@preact/signals/dist/signals.mjs?used',
    '/a/node_modules/tldts/node_modules/tldts-core/index.js',
    '/a/src/ui/panel.tsx',
    '\0vite/modulepreload-polyfill.js',
  ];
  expect(packagesOf(paths)).toEqual(['preact', '@preact/signals', 'tldts-core']);
});
