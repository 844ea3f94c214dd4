import { sessionAffinityExposed } from '../../../../src/engine/rules/session/session-affinity-exposed.js';
import { cookie, credential } from '../../../support/credential.js';
import { testRule } from '../../../support/rule-cases.js';
import { Seeded } from '../../../support/seeded.js';

const id = new Seeded('affinity').bytes(16).toString('hex').toUpperCase();
const balancer = (name: string, value: string) => cookie({ role: 'load-balancer', name, value });
const session = (value: string, name = 'JSESSIONID') => cookie({ name, value });

testRule(sessionAffinityExposed, {
  flags: {
    'a BIG-IP cookie': ['low', balancer('BIGipServershop_pool', '1677787402.36895.0000')],
    'a BIG-IP cookie of a route domain': [
      'low',
      balancer('BIGipServershop_pool', 'rd5o00000000000000000000ffff0a000201o80'),
    ],
    'a BIG-IP cookie of IPv6': [
      'low',
      balancer('BIGipServershop_pool', 'vifd000112000000000000000000000030.20480'),
    ],
    'a BIG-IP cookie of IPv6 in a route domain': [
      'low',
      balancer('BIGipServershop_pool', 'rd3ofd000112000000000000000000000030o80'),
    ],
    'a BIG-IP cookie under a name of its own': [
      'low',
      cookie({ role: 'other', name: 'pool', value: '1677787402.20480.0000' }),
    ],
    'a NetScaler cookie': [
      'low',
      balancer('NSC_xfc', 'ffffffff09091f1445525d5f4f58455e445a4a423660'),
    ],
    'an address in clear': ['low', balancer('SERVERID', '10.1.2.3:8080|aX3k')],
    'a host name in base64': ['low', balancer('route', 'd2ViLTAzLnNob3AuaW50ZXJuYWw=')],
    'a server named after its address behind the id': ['low', session(`${id}.ip-10-0-3-12`)],
    'a server behind the id': ['info', session(`${id}.tomcat2`)],
    'a server behind an id of another name': ['info', session(`${id}.app-03`, 'SHOPSESSION')],
  },
  passes: {
    'an encrypted BIG-IP cookie': balancer(
      'BIGipServershop_pool',
      '!uPzVbJ0Fq0lXm3pQ2Z9x1cQ4k2b7v8=',
    ),
    'a hashed mark': balancer('ARRAffinity', id.toLowerCase() + id.toLowerCase()),
    'a number of a server': balancer('SERVERID', 's2'),
    'a BIG-IP cookie with a public address': balancer(
      'BIGipServershop_pool',
      '117965003.20480.0000',
    ),
    'an id with nothing behind it': session(id),
    'the name that Jetty gives to its only server': session(`${id}.node0`),
    'an id with a signature behind it': session(`${id}.kR7mW2xQ9vT4bN8zkR7mW2xQ9vT`),
  },
  doesNotApply: {
    'an address of the visitor in a cookie of another kind': cookie({
      role: 'tracking',
      name: 'visitor_ip',
      value: '10.1.2.3',
    }),
    'a token in a header': credential({ value: `${id}.tomcat2` }),
  },
});
