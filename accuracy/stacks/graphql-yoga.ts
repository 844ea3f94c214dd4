import type { IncomingMessage, ServerResponse } from 'node:http';
import { createInlineSigningKeyProvider, useJWT } from '@graphql-yoga/plugin-jwt';
import { createSchema, createYoga } from 'graphql-yoga';
import jwt from 'jsonwebtoken';
import { spaVisit } from '../support/drive.js';
import { serve } from '../support/serve.js';
import { isUser, PROFILE, USER } from '../support/site.js';
import { spaPage } from '../support/spa.js';
import type { Stack } from '../support/stack.js';

const SECRET = 'a secret that is long enough for HS256';

/** GraphQL with a JWT that a mutation gives and sessionStorage keeps. */
export const stack: Stack = {
  name: 'graphql-yoga',
  half: 'held-out',
  docs: [
    // "The plugin … extracts the token from the Authorization header (Bearer …) and verifies it".
    'https://the-guild.dev/graphql/yoga-server/docs/features/jwt',
  ],
  truth: {
    mechanism: 'bearer-token',
    host: 'graphql-yoga.test',
    credentials: [
      { carrier: 'header', name: 'authorization', role: 'access-token', format: 'jwt' },
      { carrier: 'sessionStorage', name: 'auth', role: 'access-token', format: 'jwt' },
      { carrier: 'body', name: '/data/logIn', role: 'access-token', format: 'jwt' },
    ],
  },
  start: () => serve('graphql-yoga.test', () => app()),
  visit: spaVisit,
};

const PAGE = spaPage(`
const query = async (text, variables) => {
  const options = asJson({ query: text, variables });
  const token = sessionStorage.getItem('auth');
  if (token) options.headers.Authorization = 'Bearer ' + token;
  return (await fetch('/graphql', options)).json();
};
async function logIn() {
  const { data } = await query('mutation ($n: String!, $p: String!) { logIn(name: $n, password: $p) }', { n: credentials().username, p: credentials().password });
  sessionStorage.setItem('auth', data.logIn);
}
async function load() { const { data } = await query('{ me { id name } }'); return data && data.me ? data.me.name : 'refused'; }
async function logOut() { sessionStorage.removeItem('auth'); return 'logged out'; }
`);

function app() {
  const yoga = createYoga<Record<string, unknown>, { jwt?: { payload: { sub?: string } } }>({
    logging: false,
    schema: createSchema({
      typeDefs:
        'type Person { id: ID! name: String! } type Query { me: Person } type Mutation { ' +
        'logIn(name: String!, password: String!): String }',
      resolvers: {
        Query: {
          me: (_: unknown, __: unknown, context) =>
            context.jwt?.payload.sub === USER.id ? PROFILE : null,
        },
        Mutation: {
          logIn: (_: unknown, { name, password }: Record<string, string>) =>
            isUser(name, password)
              ? jwt.sign({ roles: ['reader'] }, SECRET, {
                  subject: USER.id,
                  issuer: 'yoga',
                  expiresIn: '2h',
                })
              : null,
        },
      },
    }),
    plugins: [
      useJWT({
        signingKeyProviders: [createInlineSigningKeyProvider(SECRET)],
        tokenVerification: { issuer: 'yoga', algorithms: ['HS256'] },
        extendContext: true,
        reject: { missingToken: false, invalidToken: false },
      }),
    ],
  });
  return (request: IncomingMessage, response: ServerResponse) => {
    if (request.url === '/') response.setHeader('content-type', 'text/html').end(PAGE);
    else void yoga(request, response);
  };
}
