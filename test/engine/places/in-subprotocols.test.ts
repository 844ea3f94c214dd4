import { expect, it } from 'vitest';
import { candidatesInHeaders } from '../../../src/engine/places/in-headers.js';
import { hintAt } from '../../../src/engine/roles/place-hint.js';
import { b64u } from '../../support/base64.js';
import { anyJwt } from '../../support/jose.js';
import { Seeded } from '../../support/seeded.js';

const random = new Seeded('subprotocols');
const JWT = anyJwt(random);
const KEY = `oj_live_${random.base62(24)}`;
const HEX = random.bytes(24).toString('hex');

it.each<[string, string, string?, string?]>([
  ['a JWT alone', JWT, JWT, 'access-token'],
  ['a JWT among others', `graphql-ws, ${JWT}`, JWT, 'access-token'],
  ['behind its name', `access_token, ${JWT}`, JWT, 'access-token'],
  ['behind its name, opaque', `access_token, ${HEX}`, HEX, 'access-token'],
  ['behind the header’s name', `Authorization, ${HEX}`, HEX, 'access-token'],
  ['in one with its name', `chat.v2, bearer.${HEX}`, HEX, 'access-token'],
  ['with a dash', `token-${HEX}`, HEX, 'access-token'],
  [
    'as Kubernetes has it',
    `base64url.bearer.authorization.k8s.io.${b64u(JWT)}, base64.binary.k8s.io`,
    JWT,
    'access-token',
  ],
  [
    'the same with an opaque token',
    `base64url.bearer.authorization.k8s.io.${b64u(HEX)}`,
    HEX,
    'access-token',
  ],
  ['a key in base64url', `voice.auth.v1, voice.key.b64url.${b64u(KEY)}`, KEY, 'api-key'],
  ['a key as it is', `realtime, openai-insecure-api-key.${KEY}, beta.realtime-v1`, KEY, 'api-key'],
  ['no secret', 'graphql-transport-ws, v12.stomp, wamp.2.json'],
  ['names of protocols', 'token, key, bearer.v1, auth.example.com, base64.channel.k8s.io'],
  ['words that are none', `monkey-${'business'.repeat(4)}`],
])('%s', (_, header, value, role) => {
  const found = candidatesInHeaders([{ name: 'sec-websocket-protocol', value: header }], 'sent');
  expect(found.map((one) => [one.carrier, one.value])).toEqual(
    value === undefined ? [] : [['header', value]],
  );
  expect(found.map((one) => hintAt(one)?.role)).toEqual(role === undefined ? [] : [role]);
});
