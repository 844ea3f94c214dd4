// Passwords in JSON, and what is kept of it.

export const P = 'correct-horse';

export const JSON_TEXTS: [source: string, kept: string][] = [
  [`{"password":["${P}"]}`, '{"password":["***"]}'],
  [`{"password":{"value":"${P}"}}`, '{"password":{"value":"***"}}'],
  ['{"password":12345678,"a":1}', '{"password":"***","a":1}'],
  [`{"a":[{"user":{"pwd":"${P}"}}]}`, '{"a":[{"user":{"pwd":"***"}}]}'],
  [`[{"name":"password","value":"${P}"}]`, '[{"name":"password","value":"***"}]'],
  [`{"type":"password","value":"${P}"}`, '{"type":"password","value":"***"}'],
  [`{"value":{"x":["${P}"]},"type":"password"}`, '{"value":{"x":["***"]},"type":"password"}'],
  [
    JSON.stringify({ data: JSON.stringify({ password: [P] }) }),
    JSON.stringify({ data: JSON.stringify({ password: ['***'] }) }),
  ],
  [JSON.stringify({ next: `/x?password=${P}` }), '{"next":"/x?password=***"}'],
  [
    `{"query":"mutation($p:String!){in(password:$p){id}}","variables":{"p":"${P}","q":"r"}}`,
    '{"query":"mutation($p:String!){in(password:$p){id}}","variables":{"p":"***","q":"r"}}',
  ],
  [JSON.stringify({ [`{"password":"${P}"}`]: '' }), JSON.stringify({ '{"password":"***"}': '' })],
  [`{'password': '${P}'}`, `{'password': '***'}`],
];
