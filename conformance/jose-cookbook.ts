import { createHmac } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import {
  compactVerify,
  type FlattenedJWSInput,
  flattenedVerify,
  type GeneralJWSInput,
  generalVerify,
  importJWK,
  type JWK,
} from 'jose';
import { formatOf } from '../src/engine/values/format.js';
import { decodeJweHeader, decodeJws } from '../src/engine/values/tokens/jws.js';
import { findJwts, isJwt } from '../src/engine/values/tokens/jwt.js';
import { type DataSet, readJson, unlessEqual } from './data-set.js';

interface Signing {
  protected?: { b64?: boolean };
  protected_b64u?: string;
  'sig-input'?: string;
  sig?: string;
}

interface Example {
  title?: string;
  input?: { key?: JWK | JWK[]; alg?: string | string[]; payload?: string };
  signing?: Signing | Signing[];
  encrypting_content?: { protected?: object };
  output?: { compact?: string; json?: GeneralJWSInput; json_flat?: FlattenedJWSInput };
  sign?: Example;
  encrypt?: Example;
}

const FOLDER = 'tokens/jose-cookbook';

export const joseCookbook: DataSet = {
  title: 'JOSE cookbook (RFC 7520, 7797, 8037)',
  async run(dir) {
    const checks: (string | undefined)[] = [];
    for (const file of jsonFiles(join(dir, FOLDER))) {
      const whole = readJson(dir, `${FOLDER}/${file}`) as Example;
      for (const example of [whole, whole.sign, whole.encrypt]) {
        if (!example) continue;
        if (file.startsWith('jwk/')) checks.push(...checkKey(file, example));
        else if (example.signing)
          checks.push(...checkJws(file, example), ...(await checkSignatures(file, example)));
        else if (example.encrypting_content) checks.push(...checkJwe(file, example));
      }
    }
    return { total: checks.length, misses: checks.filter((line) => line !== undefined) };
  },
};

function jsonFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.json'))
    .map((name) => name.replaceAll('\\', '/'))
    .sort();
}

/** A key is no token. */
function checkKey(file: string, key: object): (string | undefined)[] {
  const written = JSON.stringify(key);
  return [unlessEqual(file, ['opaque', 0], [formatOf(written).format, findJwts(written).length])];
}

function checkJws(file: string, { output, signing }: Example): (string | undefined)[] {
  const token = output?.compact;
  const checks = checkJson(file, 'jwt', output);
  if (token === undefined || !signing || Array.isArray(signing)) return checks;
  return [
    ...checks,
    unlessEqual(`${file}, format`, ['jwt', true], [formatOf(token).format, isJwt(token)]),
    unlessEqual(`${file}, header`, signing.protected, decodeJws(token)?.header),
  ];
}

function checkJwe(
  file: string,
  { output, encrypting_content: content }: Example,
): (string | undefined)[] {
  const token = output?.compact;
  const checks = checkJson(file, 'jwe', output);
  if (token === undefined) return checks;
  return [
    ...checks,
    unlessEqual(`${file}, format`, ['jwe', true], [formatOf(token).format, isJwt(token)]),
    unlessEqual(`${file}, header`, content?.protected, decodeJweHeader(token)),
  ];
}

/** The flattened and the general JSON serialisation, where the example gives them. */
function checkJson(
  file: string,
  format: string,
  output: Example['output'],
): (string | undefined)[] {
  return (['json', 'json_flat'] as const)
    .filter((serialisation) => output?.[serialisation])
    .map((serialisation) =>
      unlessEqual(
        `${file}, ${serialisation}`,
        format,
        formatOf(JSON.stringify(output?.[serialisation])).format,
      ),
    );
}

/** The published signatures hold in every serialisation: what was recognised is what was signed. */
async function checkSignatures(
  file: string,
  { input, output, signing }: Example,
): Promise<(string | undefined)[]> {
  if (signing && !Array.isArray(signing) && !names(signing))
    return [checkByHand(file, input, signing)];
  const checks: (string | undefined)[] = [];
  for (const [at, jwk] of [input?.key ?? []].flat().entries()) {
    const key = await importJWK(publicPart(jwk), [input?.alg ?? []].flat()[at]);
    const { compact, json, json_flat: flat } = output ?? {};
    const verifications: [string, false | undefined | (() => Promise<unknown>)][] = [
      [
        'compact',
        compact !== undefined && (() => compactVerify(attached(compact, input?.payload), key)),
      ],
      ['flattened', flat && (() => flattenedVerify(withPayload(flat, input?.payload), key))],
      ['general', json && (() => generalVerify(withPayload(json, input?.payload), key))],
    ];
    for (const [serialisation, verify] of verifications) {
      if (verify) checks.push(await failureOf(verify, `${file}, ${serialisation} signature`));
    }
  }
  return checks;
}

async function failureOf(
  verify: () => Promise<unknown>,
  name: string,
): Promise<string | undefined> {
  try {
    await verify();
    return undefined;
  } catch (error) {
    return `${name}: ${String(error)}`;
  }
}

/**
 * True where `b64` is named in `crit`, as jose rightly asks; RFC 7797's own example 4.2 has it left
 * out.
 */
function names({ protected: header, protected_b64u: encoded = '' }: Signing): boolean {
  return (
    header?.b64 !== false || encoded === '' || Buffer.from(encoded, 'base64url').includes('crit')
  );
}

function checkByHand(file: string, input: Example['input'], signing: Signing): string | undefined {
  const secret = Buffer.from([input?.key ?? []].flat()[0]?.k ?? '', 'base64url');
  const signature = createHmac('sha256', secret)
    .update(signing['sig-input'] ?? '')
    .digest('base64url');
  return unlessEqual(`${file}, signature`, signing.sig, signature);
}

/** The public half, so that nothing verifies by its private one. */
function publicPart({ d: _d, p: _p, q: _q, dp: _dp, dq: _dq, qi: _qi, ...rest }: JWK): JWK {
  return rest;
}

/** A detached payload travels beside its token. */
function attached(token: string, payload = ''): string {
  const [header, body, signature] = token.split('.');
  return body === ''
    ? `${header}.${Buffer.from(payload).toString('base64url')}.${signature}`
    : token;
}

function withPayload<T extends { payload?: unknown }>(jws: T, payload = ''): T {
  return 'payload' in jws ? jws : { ...jws, payload: Buffer.from(payload).toString('base64url') };
}
