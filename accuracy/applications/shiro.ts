import type { Application } from './support/application.js';
import { program, programFile, programVisit } from './support/program.js';

const HOST = 'shiro.test';
const JARS = `shiro-core shiro-web commons-beanutils commons-logging slf4j-api slf4j-nop servlet-api
  jetty9-http jetty9-io jetty9-security jetty9-server jetty9-servlet jetty9-util jetty9-util-ajax`.split(
  /\s+/,
);

/**
 * Apache Shiro’s own sessions, and its rememberMe: deleted again with each login before it is set.
 */
export const application: Application = {
  name: 'shiro',
  kind: 'application',
  language: 'Java',
  packages: [
    'default-jdk-headless',
    'libshiro-java',
    'libjetty9-java',
    'libservlet-api-java',
    'libslf4j-java',
  ],
  docs: [
    // FormAuthenticationFilter: username, password, rememberMe; authc, user and logout.
    'https://shiro.apache.org/web.html',
    // "rememberMe": an encrypted cookie of a year; forgotten as "deleteMe", which goes before each
    // one.
    'https://github.com/apache/shiro/blob/shiro-root-1.3.2/web/src/main/java/org/apache/shiro/web/servlet/SimpleCookie.java',
    // DefaultWebSessionManager: JSESSIONID, a random UUID.
    'https://shiro.apache.org/web.html#Web-NativeSessions',
  ],
  truth: {
    mechanism: 'session-cookie',
    host: HOST,
    credentials: [
      { carrier: 'cookie', name: 'JSESSIONID', role: 'session', format: 'uuid' },
      { carrier: 'cookie', name: 'rememberMe', role: 'remember-me' },
      { carrier: 'cookie', name: 'label', role: 'preference' },
      { carrier: 'url', name: 'label', role: 'other' },
    ],
  },
  proof: {
    url: /\/wines$/,
    knows: ({ status, body }) => status === 200 && body.includes('id="note"'),
  },
  start: (scratch) => {
    const path = JARS.map((jar) => `/usr/share/java/${jar}.jar`).join(':');
    return program(scratch, HOST, 'java', ['-cp', path, programFile('Shiro.java')]);
  },
  visit: programVisit({
    login: '/login',
    guarded: '/wines',
    more: ['/wines/old'],
    remember: 'rememberMe',
  }),
};
