import { describe, expect, it } from 'vitest';
import { wantsEntry } from '../../src/capture/devtools-entry.js';
import { AuthFlows } from '../../src/engine/flows/auth-flow.js';
import { authMessagesOf } from '../../src/engine/flows/auth-message.js';
import { readBody } from '../../src/engine/normalize/bodies/body.js';
import { Analysis } from '../../src/engine/pipeline/analyze.js';
import { ROLES, roleFacts } from '../../src/engine/role-table.js';
import { tokenCues } from '../../src/engine/roles/token-cues.js';
import { formatOf, isProof } from '../../src/engine/values/format.js';
import { sentEvent } from '../../src/recording/requests/request-event.js';
import { referenceLink } from '../../src/engine/report/formats/reference-link.js';
import { jwt } from '../support/credential.js';
import { exchange } from '../support/exchange.js';
import { jwtOf } from '../support/jose.js';
import { schemaErrors } from '../support/report-schema.js';

/** Members that every object has: a table that is asked for one must know nothing of it. */
const INHERITED = ['constructor', '__proto__', 'toString', 'hasOwnProperty', 'valueOf'];

describe.each(INHERITED)('a page that says %s', (word) => {
  it('declares no type of token', () => {
    const cues = tokenCues(jwt({ claims: { typ: word, token_use: word }, header: { typ: word } }));
    expect(cues.filter(({ role }) => !ROLES.includes(role))).toEqual([]);
  });

  it('makes no proof of a token', () => {
    const token = jwtOf({ sub: 'a' }, { alg: 'HS256', typ: word });
    expect(isProof(token)).toBe(false);
    expect(formatOf(token)).toEqual({ format: 'jwt' });
  });

  it('asks for no grant', () => {
    const flows = new AuthFlows();
    const asked = exchange({
      url: 'https://idp.test/token',
      method: 'POST',
      requestBody: readBody('application/x-www-form-urlencoded', `grant_type=${word}&client_id=a`),
    });
    for (const message of authMessagesOf(asked)) {
      flows.add(message, 0, { id: 'e1', method: 'POST', url: asked.url }, false);
    }
    expect(flows.all().map(({ grant }) => grant)).toEqual(['unknown']);
  });

  it('has no role, no kind of resource and no standard', () => {
    expect(roleFacts(word as never).logsIn).toBe(false);
    const details = { requestId: '1', timeStamp: 0, url: 'https://a.test/', method: 'GET' };
    expect(sentEvent({ ...details, type: word, frameId: 0 } as never).type).toBe('other');
    expect(
      wantsEntry({
        _resourceType: word,
        request: { url: 'https://a.test/', method: 'GET', headers: [] },
        response: { status: 200, headers: [] },
      } as never),
    ).toBe(false);
    expect(referenceLink(`RFC ${word} §1`)).toBe(null);
  });

  it('leads to a report of the schema', () => {
    const analysis = new Analysis();
    for (const token of [
      jwtOf({ sub: 'a', exp: 1767226200, typ: word }),
      jwtOf({ sub: 'b', [word]: word }, { alg: 'HS256', typ: word }),
    ]) {
      analysis.addExchange(
        exchange({
          url: `https://shop.test/api?${word}=1`,
          sends: { authorization: `Bearer ${token}`, cookie: `${word}=${word}` },
        }),
      );
    }
    const report = analysis.report({
      source: { kind: 'har', url: 'https://shop.test/', dropped: 0 },
      version: '0',
    });
    expect(schemaErrors(JSON.parse(JSON.stringify(report)))).toEqual([]);
  });
});
