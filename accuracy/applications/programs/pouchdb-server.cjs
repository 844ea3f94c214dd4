// PouchDB Server in memory with an administrator, as `pouchdb-server --in-memory` runs it, without LevelDB.
const { createRequire } = require('node:module');
const { mkdirSync } = require('node:fs');
const require_ = createRequire(process.env.PACKAGES);
const PouchDB = require_('pouchdb-core')
  .plugin(require_('pouchdb-adapter-memory'))
  .plugin(require_('pouchdb-adapter-http'))
  .plugin(require_('pouchdb-replication'))
  .plugin(require_('pouchdb-mapreduce'))
  .plugin(require_('pouchdb-find'))
  .defaults({ adapter: 'memory' });
mkdirSync('data', { recursive: true });
process.chdir('data');
const app = require_('express-pouchdb')({ inMemoryConfig: true });
app.setPouchDB(PouchDB);
app.couchConfig.set('admins', process.env.USER_NAME, process.env.USER_PASSWORD, () =>
  app.listen(Number(process.env.PORT), '127.0.0.1'),
);
