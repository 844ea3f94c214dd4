import { readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Plugin } from 'vite';
import { OWN_ROLES, THRESHOLD_NAMES } from '../src/engine/judging.js';
import { CAPTURES, KEPT_MEGABYTES, type PolicyName, THEMES } from '../src/messaging/options.js';

const FILE = 'managed-schema.json';

const texts = { type: 'array', items: { type: 'string' } };
const text = { type: 'string' };
const limit = { type: 'integer', minimum: 1 };

/** What an organisation can set, in the subset of JSON Schema that Chrome knows. */
export const POLICY: Readonly<Record<PolicyName, { title: string }>> = {
  capture: schema(
    'What is recorded: all tabs, tabs whose DevTools are open, or named sites alone.',
    {
      type: 'string',
      enum: [...CAPTURES],
    },
  ),
  sites: schema(
    'With capture "allowed": hosts that are recorded, with all their subdomains.',
    texts,
  ),
  preserveLog: schema('False: every navigation of a tab begins a new recording.', {
    type: 'boolean',
  }),
  theme: schema('Colours of the screens.', { type: 'string', enum: [...THEMES] }),
  keptMegabytes: schema('How much of one tab is kept in memory at most, in megabytes.', {
    type: 'integer',
    enum: [...KEPT_MEGABYTES],
  }),
  proofs: schema('False: no request of a page is ever repeated to prove anything.', {
    type: 'boolean',
  }),
  disabledRules: schema('Ids of rules that are not asked.', texts),
  suppressions: schema('Findings that are accepted.', {
    type: 'array',
    items: {
      type: 'object',
      properties: { ruleId: text, site: text, key: text, reason: text },
    },
  }),
  thresholds: schema('Limits that rules judge by.', {
    type: 'object',
    properties: Object.fromEntries(THRESHOLD_NAMES.map((name) => [name, limit])),
  }),
  ownNames: schema(
    'Names of own cookies and tokens, with * for any characters, and what they are.',
    {
      type: 'array',
      items: {
        type: 'object',
        properties: { name: text, role: { type: 'string', enum: [...OWN_ROLES] }, site: text },
      },
    },
  ),
  firstRunPage: schema('False: no page explains the extension after it was installed.', {
    type: 'boolean',
  }),
};

function schema<T extends object>(title: string, form: T): T & { title: string } {
  return { title, ...form };
}

/** The file that `storage.managed_schema` names. */
export function schemaText(): string {
  return `${JSON.stringify({ type: 'object', properties: POLICY }, null, 2)}\n`;
}

/** Adds the schema to what is built for Chrome; Firefox takes policies without one. */
export function managedSchema(target: 'chrome' | 'firefox'): Plugin {
  let outDir = '';
  return {
    name: 'managed-schema',
    apply: 'build',
    configResolved(config) {
      outDir = resolve(config.root, config.build.outDir);
    },
    closeBundle: {
      sequential: true,
      order: 'post',
      async handler() {
        if (target === 'firefox') return;
        await writeFile(join(outDir, FILE), schemaText());
        const path = join(outDir, 'manifest.json');
        const manifest = JSON.parse(await readFile(path, 'utf8')) as Record<string, unknown>;
        const storage = { managed_schema: FILE };
        await writeFile(path, `${JSON.stringify({ ...manifest, storage }, null, 2)}\n`);
      },
    },
  };
}
