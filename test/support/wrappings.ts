import { b64, b64u } from './base64.js';

/** Ways in which tokens lie in headers, URLs, bodies and storage. All are to be seen through. */
export const WRAPPINGS: Readonly<Record<string, (token: string) => string>> = {
  bare: (t) => t,
  quoted: (t) => `"${t}"`,
  'single quotes': (t) => `'${t}'`,
  bearer: (t) => `Bearer ${t}`,
  'percent bearer': (t) => `bearer%20${t}`,
  'JWT scheme': (t) => `JWT ${t}`,
  'form value': (t) => `a=1&token=${t}&b=2`,
  'percent quoted': (t) => encodeURIComponent(`"${t}"`),
  'percent twice': (t) => encodeURIComponent(encodeURIComponent(`{"t":"${t}"}`)),
  json: (t) => JSON.stringify({ user: 'ada', access_token: t }),
  'json in json': (t) => JSON.stringify({ state: JSON.stringify({ token: t, v: 1.5 }) }),
  'json in json in json': (t) =>
    JSON.stringify(JSON.stringify(JSON.stringify({ auth: { token: t } }))),
  'json with line feeds': (t) => JSON.stringify({ text: `token:\n${t}\n\tend.` }),
  'base64 of token': (t) => b64(t),
  'base64url of json': (t) => b64u(JSON.stringify({ access_token: t })),
  'prefixed base64': (t) => `base64-${b64u(JSON.stringify({ access_token: t }))}`,
  'percent base64': (t) => encodeURIComponent(b64(JSON.stringify({ access_token: t }))),
  'express signed': (t) => `s:${t}.${b64('x'.repeat(32)).slice(0, 43)}`,
  'percent express signed': (t) => encodeURIComponent(`s:${t}.${'ab+/'.repeat(10)}xyz`),
  'express json': (t) => `j:${JSON.stringify({ t })}`,
  html: (t) => `<input type="hidden" name="t" value="${t}"><p>example.com.br</p>`,
  script: (t) => `window.a.b.c={x:1.5,token:'${t}'};console.log("a.b.c")`,
  sentence: (t) => `Your token is ${t}, keep it.`,
  url: (t) => `https://www.example.com.br/cb.html?v=1.2.3&id_token=${t}#x`,
  'cookie header': (t) => `theme=dark; session=${t}; GA1=1.2.3`,
  'unicode escaped': (t) => `{"html":"\\u003ca href=\\u0022${t}\\u0022"}`,
  'prefixed name': (t) => `auth_token_${t}`,
};
