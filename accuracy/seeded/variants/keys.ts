import { KNOWN_SECRET, seeds } from '../faults.js';
import type { Variant } from '../variant.js';

/** Keys and marks of pages that nobody logs in to, or that send them beside a login. */
export const KEYS: readonly Variant[] = [
  {
    of: 'algolia-search',
    name: 'refused-mark',
    edits: [['{ maxAge: 31_536_000_000 }', "{ maxAge: 31_536_000_000, sameSite: 'none' }"]],
    seeds: [{ ruleId: 'cookie-samesite-none-insecure', name: 'sp', least: 'info' }],
  },
  {
    of: 'algolia-search',
    name: 'foreign-mark',
    edits: [['{ maxAge: 31_536_000_000 }', "{ maxAge: 31_536_000_000, domain: 'snowplow.test' }"]],
    seeds: [{ ruleId: 'cookie-domain-rejected', name: 'sp', least: 'info' }],
  },
  {
    of: 'api-key',
    name: 'secret-of-a-service',
    edits: [
      [
        "const KEY = randomBytes(20).toString('hex');",
        "const KEY = `sk_live_51H${randomBytes(48).toString('hex')}`;",
      ],
      [
        "start: () => serve('api-key.test', () => app()),",
        "start: async () => { const api = await serve('payments.test', () => app('')); const own " +
          "= await serve('api-key.test', () => app(api.url)); return { url: own.url, stop: async " +
          '() => { await own.stop(); await api.stop(); } }; },',
      ],
      ['function app() {', 'function app(api: string) {'],
      ['response.send(PAGE)', 'response.send(PAGE.replace("\'/api/", `\'${api}/api/`))'],
      [
        'site.use((request, response, next) =>',
        "site.use((request, response, next) => { response.set({ 'Access-Control-Allow-Origin': " +
          "'*', 'Access-Control-Allow-Headers': 'X-API-Key' }); if (request.method === " +
          "'OPTIONS') response.sendStatus(204); else next(); });\n" +
          '  site.use((request, response, next) =>',
      ],
    ],
    seeds: [
      { ruleId: 'api-key-exposed', name: 'x-api-key', least: 'high' },
      { ruleId: 'token-over-http', name: 'x-api-key', least: 'medium' },
    ],
  },
  {
    of: 'meilisearch',
    name: 'tenant-token',
    edits: [
      [
        "import express from 'express';",
        "import express from 'express';\nimport jwt from 'jsonwebtoken';",
      ],
      [
        "const SEARCH_KEY = randomBytes(32).toString('hex');",
        "const SEARCH_KEY = jwt.sign({ searchRules: ['*'], apiKeyUid: crypto.randomUUID() }, " +
          `'${KNOWN_SECRET}');`,
      ],
    ],
    labels: [
      {
        carrier: 'header',
        name: 'authorization',
        role: ['api-key', 'access-token'],
        format: 'jwt',
      },
    ],
    seeds: [{ ruleId: 'jwt-weak-secret', name: 'authorization', least: 'medium' }],
  },
  {
    of: 'rapidoc',
    name: 'both-in-address',
    edits: [
      ["in: 'header', name: 'X-Weather-Key'", "in: 'query', name: 'weather_key'"],
      ["request.get('x-weather-key')", 'request.query.weather_key'],
    ],
    labels: [{ carrier: 'url', name: 'weather_key', role: 'api-key' }],
    seeds: ['appid', 'weather_key'].flatMap((name) => [
      { ruleId: 'token-in-url', name },
      { ruleId: 'token-over-http', name, least: 'medium' as const },
    ]),
  },
  {
    of: 'node-red',
    name: 'year',
    edits: [["type: 'credentials',", "type: 'credentials', sessionExpiryTime: 31_536_000,"]],
    seeds: [
      ...seeds(
        'auth-tokens/access_token',
        'token-in-local-storage',
        'token-over-http',
        'token-lifetime-too-long',
      ),
      ...seeds(undefined, 'password-over-http'),
    ],
  },
];
