import { digestOverHttp } from '../../../../src/engine/rules/password/digest-over-http.js';
import { credential, sighting } from '../../../support/credential.js';
import { testRule } from '../../../support/rule-cases.js';

const proof = (scheme: string | undefined, ...origins: string[]) =>
  credential({
    role: 'basic',
    ...(scheme !== undefined && { scheme }),
    value: 'digest ada@camera',
    sightings: origins.map((origin) => sighting({ origin })),
  });

testRule(digestOverHttp, {
  flags: {
    'Digest over http': ['medium', proof('digest', 'http://camera.example')],
    'NTLM over http': ['medium', proof('ntlm', 'http://intranet.example')],
    'Digest over both': [
      'medium',
      proof('digest', 'https://camera.example', 'http://camera.example'),
    ],
    'Digest to localhost, as information': ['info', proof('digest', 'http://localhost:8080')],
    'Digest to localhost and to a device': [
      'medium',
      proof('digest', 'http://localhost:8080', 'http://10.0.0.40'),
    ],
  },
  passes: {
    'Digest over https': proof('digest', 'https://camera.example'),
    'NTLM over https': proof('ntlm', 'https://intranet.example'),
    'Digest that was only offered': credential({
      role: 'basic',
      scheme: 'digest',
      sightings: [sighting({ origin: 'http://camera.example', direction: 'received' })],
    }),
  },
  doesNotApply: {
    'Basic, which has a rule of its own': proof('basic', 'http://camera.example'),
    'Kerberos, of which nobody can guess a password': proof('negotiate', 'http://a.example'),
    'a token': credential({ role: 'access-token', sightings: [sighting()] }),
  },
});
