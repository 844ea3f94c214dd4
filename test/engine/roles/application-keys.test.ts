import { expect, it } from 'vitest';
import { readBody } from '../../../src/engine/normalize/bodies/body.js';
import { Analysis } from '../../../src/engine/pipeline/analyze.js';
import { exchange } from '../../support/exchange.js';
import { Seeded } from '../../support/seeded.js';

const random = new Seeded('application keys');

it.each(['_MasterKey', 'masterKey', 'admin_key', 'serviceKey', 'service-role-key', 'secretKey'])(
  'a key to all that a server holds is one of an application in a body as well: %s',
  (name) => {
    const analysis = new Analysis();
    const body = JSON.stringify({ query: { limit: 1 }, [name]: random.base62(27) });
    analysis.addExchange(
      exchange({
        url: 'https://a.test/data',
        method: 'POST',
        type: 'fetch',
        requestBody: readBody('application/json', body),
      }),
    );
    expect(analysis.credentials().map(({ role }) => role)).toEqual(['api-key']);
  },
);

it.each(['applicationServerKey', 'primaryKey', 'foreignKey', 'sortKey', 'siteKey', 'publicKey'])(
  'is no key that everybody may have, or that is none: %s',
  (name) => {
    const analysis = new Analysis();
    const responseBody = readBody(
      'application/json',
      JSON.stringify({ [name]: random.base62(40) }),
    );
    analysis.addExchange(exchange({ url: 'https://a.test/data', type: 'fetch', responseBody }));
    expect(analysis.credentials()).toEqual([]);
  },
);
